using System.Numerics;
using System.Text;
using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>A number in a schema, prepared for comparisons.</summary>
internal sealed class NumberLiteral
{
    private readonly byte[] _raw;
    private readonly long? _int64;

    public NumberLiteral(JsonElement value)
    {
        _raw = Utf8Json.RawValue(value).ToArray();
        _int64 = JsonNumber.TryReadInt64(_raw, out var int64) ? int64 : null;
        var number = JsonNumber.Parse(_raw);
        Exponent = number.Exponent;
        Digits = number.ToDigits();
        SmallDigits = Digits <= uint.MaxValue ? (ulong)Digits : null;
    }

    public long Exponent { get; }

    public BigInteger Digits { get; }

    /// <summary>The digits if they are below 2^32.</summary>
    public ulong? SmallDigits { get; }

    public string Text => Encoding.UTF8.GetString(_raw);

    public JsonNumber Number => JsonNumber.Parse(_raw);

    /// <summary>Compares an instance's number with this one.</summary>
    public int Compare(JsonElement instance)
    {
        var raw = Utf8Json.RawValue(instance);
        return _int64 is { } mine && JsonNumber.TryReadInt64(raw, out var theirs)
            ? theirs.CompareTo(mine)
            : JsonNumber.Parse(raw).Compare(Number);
    }

    public bool Divides(JsonElement instance)
    {
        var raw = Utf8Json.RawValue(instance);
        return _int64 is { } mine && JsonNumber.TryReadInt64(raw, out var theirs)
            ? theirs % mine == 0
            : JsonNumber.Parse(raw).IsMultipleOf(this);
    }
}
