using System.Numerics;
using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Validation;

/// <summary>A number of a schema, prepared to be compared with.</summary>
internal sealed class NumberLiteral
{
    private readonly byte[] _raw;
    private readonly long? _int64;

    private NumberLiteral(JsonElement value)
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

    /// <summary>The digits where they are below 2^32.</summary>
    public ulong? SmallDigits { get; }

    public string Text => Describe.Text(_raw);

    public JsonNumber Number => JsonNumber.Parse(_raw);

    /// <summary>Reads the keyword's value; records a problem where it is no number, or one beyond the limits.</summary>
    public static NumberLiteral? Read(KeywordSite site)
    {
        if (!site.Expect(JsonValueKind.Number, "a number"))
            return null;

        var number = JsonNumber.Parse(site.Value);
        var most = site.Options.Limits.NumberDigits;
        if (number.DigitCount > most || number.Exponent > most || number.Exponent < -most)
        {
            site.Problem($"expected a number of at most {most} digits and an exponent within ±{most}, got {Describe.Literal(site.Value)}");
            return null;
        }

        return new NumberLiteral(site.Value);
    }

    /// <summary>How an instance's number compares with this one: below, equal, above.</summary>
    public int Compare(JsonElement instance)
    {
        var raw = Utf8Json.RawValue(instance);
        return _int64 is { } mine && JsonNumber.TryReadInt64(raw, out var theirs)
            ? theirs.CompareTo(mine)
            : JsonNumber.Parse(raw).CompareTo(Number);
    }

    public bool Divides(JsonElement instance)
    {
        var raw = Utf8Json.RawValue(instance);
        return _int64 is { } mine && JsonNumber.TryReadInt64(raw, out var theirs)
            ? theirs % mine == 0
            : JsonNumber.Parse(raw).IsMultipleOf(this);
    }
}
