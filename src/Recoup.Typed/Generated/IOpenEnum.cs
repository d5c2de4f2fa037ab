using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>
/// A generated enum that any other string converts to as well. Its text is that of <see cref="object.ToString"/>, null if it holds none.
/// Called by generated code.
/// </summary>
/// <typeparam name="TSelf">The type of the enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1033", Justification = "Only the library calls the default members; generated types stay small.")]
public interface IOpenEnum<TSelf> : IParameterValue, IEquatable<TSelf>, ISpanParsable<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>Converts the text of a value.</summary>
    /// <param name="text">The text that is sent.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "Parse is the named alternative of the conversion.")]
    static abstract implicit operator TSelf(string text);

    void IParameterValue.WriteTo(CallWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (ToString() is not { } text)
            writer.ThrowUnset(typeof(TSelf).Name);
        else
            writer.Item(text);
    }

    JsonConverter IParameterValue.CreateConverter() => new OpenEnumConverter<TSelf>();

    bool IEquatable<TSelf>.Equals(TSelf other) => ToString() == other.ToString();

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => s;

    static bool IParsable<TSelf>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        result = default;
        if (s is null)
            return false;
        result = s;
        return true;
    }

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => s.ToString();

    static bool ISpanParsable<TSelf>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        result = s.ToString();
        return true;
    }
}
