using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A union of text, numbers, true and false. The library has all of them. Called by generated code.</summary>
/// <typeparam name="TSelf">The type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1033", Justification = "Only the library calls the default members; generated types stay small.")]
public interface IScalarUnion<TSelf> : IParameterValue, IEquatable<TSelf>, ISpanParsable<TSelf>
    where TSelf : struct, IScalarUnion<TSelf>
{
    /// <summary>The kinds of JSON that the union accepts besides null.</summary>
    internal static abstract ScalarKinds Kinds { get; }

    /// <summary>The value that the union holds.</summary>
    internal ScalarValue Value { get; }

    /// <summary>Creates a union that holds a value of one of its kinds.</summary>
    internal static abstract TSelf Of(ScalarValue value);

    JsonConverter IParameterValue.CreateConverter() => new ScalarConverter<TSelf>();

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TSelf.Parse(s.AsSpan(), provider);
    }

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result)
    {
        result = default;
        return s is not null && TSelf.TryParse(s.AsSpan(), provider, out result);
    }

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TSelf.TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"Expected {ScalarText.Expected(TSelf.Kinds)}, got '{s}'.");

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result)
    {
        // The provider is ignored: a call is the same in every culture.
        var isRead = ScalarText.TryParse(s, TSelf.Kinds, out var value);
        result = isRead ? TSelf.Of(value) : default;
        return isRead;
    }
}
