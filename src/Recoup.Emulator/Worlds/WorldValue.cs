using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Emulator.Core.Formats;

namespace Recoup.Emulator.Worlds;

/// <summary>
/// A value of a world's text. Its methods read it, or report that something else was expected and return null.
/// </summary>
internal sealed record WorldValue(PositionedElement Element, string Pointer, WorldProblems Problems)
{
    /// <summary>Reads an object whose members are known.</summary>
    /// <param name="what">What the object is, for messages.</param>
    /// <param name="members">The members.</param>
    /// <param name="required">The members that must be there.</param>
    public void Members(string what, IReadOnlyList<WorldMember> members, params string[] required)
    {
        foreach (var (name, place, value) in Entries(what, int.MaxValue))
        {
            if (members.FirstOrDefault(member => member.Name == name) is { } member)
                member.Read(value);
            else if (name is not "$comment")
                place.Unexpected($"a member of {what}", place.Excerpt, (name, members.Select(known => known.Name)));
        }

        if (Element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var name in required.Where(name => Element[name].ValueKind == JsonValueKind.Undefined))
            Unexpected($"{what} with the member '{name}'", "an object without it");
    }

    /// <summary>Reads an object whose members have names of their own. A name that is repeated is reported.</summary>
    /// <param name="what">What the object is, for messages.</param>
    /// <param name="most">The number of members beyond which the object is refused.</param>
    public IEnumerable<(string Name, WorldValue Place, WorldValue Value)> Entries(string what, int most)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            Unexpected($"{what}, an object");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Element.EnumerateObject())
        {
            var pointer = JsonPointer.Append(Pointer, member.Name);
            var place = new WorldValue(member.NameElement, pointer, Problems);
            if (names.Count == most)
            {
                place.Unexpected(FormattableString.Invariant($"at most {most:N0} members in {what}"), "more");
                yield break;
            }

            if (names.Add(member.Name))
                yield return (member.Name, place, new WorldValue(member.Value, pointer, Problems));
            else
                place.Unexpected($"{place.Excerpt} once in {what}", "it again");
        }
    }

    /// <summary>Reads an array.</summary>
    /// <param name="what">What the array is, for messages.</param>
    /// <param name="most">The number of items beyond which the array is refused.</param>
    public IEnumerable<WorldValue> Items(string what, int most)
    {
        if (Element.ValueKind != JsonValueKind.Array)
            Unexpected($"{what}, an array");
        var count = 0;
        foreach (var item in Element.EnumerateArray())
        {
            var value = new WorldValue(item, JsonPointer.Append(Pointer, count), Problems);
            if (count++ == most)
            {
                value.Unexpected(FormattableString.Invariant($"at most {most:N0} items in {what}"), "more");
                yield break;
            }

            yield return value;
        }
    }

    /// <summary>Reads a text that is not empty.</summary>
    public string? Text(string what)
    {
        if (HasHalf(Element))
            Unexpected(what, "half of a surrogate pair");
        else if (Element.AsString() is { Length: > 0 } text)
            return text;
        else
            Unexpected(what + ", a string that is not empty");
        return null;
    }

    /// <summary>Reads the name of something that is defined elsewhere.</summary>
    public WorldName? Name(string what) => Text(what) is { } text ? new WorldName(text, this) : null;

    /// <summary>Whether the value is <c>true</c>, which stands for a default.</summary>
    /// <param name="other">The value, whose messages say that <c>true</c> is allowed too.</param>
    public bool IsTrueOr(out WorldValue other)
    {
        other = this with { MayBeTrue = true };
        return Element.ValueKind == JsonValueKind.True;
    }

    /// <summary>Reads <c>true</c>.</summary>
    public bool True()
    {
        if (Element.ValueKind == JsonValueKind.True)
            return true;
        Unexpected("true");
        return false;
    }

    /// <summary>Reads <c>false</c>.</summary>
    public bool False()
    {
        if (Element.ValueKind == JsonValueKind.False)
            return true;
        Unexpected("false");
        return false;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool? Boolean()
    {
        if (Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return Element.ValueKind == JsonValueKind.True;
        Unexpected("true or false");
        return null;
    }

    /// <summary>Reads a UUID.</summary>
    public Guid? Uuid()
    {
        if (Element.AsString() is { } text && UuidText.IsUuid(text))
            return Guid.Parse(text, CultureInfo.InvariantCulture);
        // The text may be a key in the wrong place.
        Unexpected("a UUID", Element.ValueKind == JsonValueKind.String ? "another string" : null);
        return null;
    }

    /// <summary>
    /// Reads a key or a token, which can be sent in a header. No message repeats it. It is not so short that other texts contain it,
    /// because the journal removes credentials from its text.
    /// </summary>
    public string? Credential()
    {
        if (Element.AsString() is { } text && IsCredential(text))
            return text;
        Unexpected(
            "a string of 8 to 256 visible ASCII characters", Element.ValueKind == JsonValueKind.String ? "another string" : "no string");
        return null;
    }

    /// <summary>Whether a text can be a key or a token.</summary>
    public static bool IsCredential(string text) =>
        text.Length is >= 8 and <= 256 && text.All(character => character is >= '!' and <= '~');

    /// <summary>Reads one of a few texts.</summary>
    public string? OneOf(IReadOnlyList<string> texts)
    {
        if (Element.AsString() is { } text && texts.Contains(text, StringComparer.Ordinal))
            return text;
        var known = Element.AsString() is { } unknown ? (unknown, texts) : default((string, IEnumerable<string>)?);
        Unexpected("one of " + string.Join(", ", texts), ValueDescription.Of(Element), known);
        return null;
    }

    /// <summary>Reads a value of an enumeration, in camel case.</summary>
    /// <param name="except">The values that are not allowed here.</param>
    public T? OneOf<T>(params T[] except)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().Except(except).ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName($"{value}"));
        return OneOf([.. values.Keys]) is { } text ? values[text] : null;
    }

    /// <summary>Reads an integer. 1.0 is one too, as in JSON Schema.</summary>
    public int? Integer(int least, int most)
    {
        if (Number() is { } number && number >= least && number <= most && Math.Floor(number) == number)
            return (int)number;
        Unexpected(FormattableString.Invariant($"an integer from {least} to {most}"));
        return null;
    }

    /// <summary>Reads a number of seconds.</summary>
    public TimeSpan? Seconds()
    {
        if (Number() is { } number and >= 0 and <= WorldLimits.Delay)
            return TimeSpan.FromSeconds(number);
        Unexpected(FormattableString.Invariant($"a number of seconds from 0 to {WorldLimits.Delay}"));
        return null;
    }

    /// <summary>Reads any JSON. Text that .NET cannot hold, and members that hide each other, are reported.</summary>
    public JsonElement? Json()
    {
        if (RepeatedMembers.In(Element).FirstOrDefault() is { NameElement: { ValueKind: JsonValueKind.String } name })
        {
            var place = this with { Element = name };
            place.Unexpected($"{place.Excerpt} once in an object", "it again");
            return null;
        }

        if (Element.DescendantsAndSelf().SelectMany(Texts).FirstOrDefault(HasHalf) is { ValueKind: JsonValueKind.String } half)
        {
            (this with { Element = half }).Unexpected("text", "half of a surrogate pair");
            return null;
        }

        return Element.ToJsonElement();
    }

    /// <summary>Reads a JSON object.</summary>
    public JsonElement? JsonObject(string what)
    {
        if (Element.ValueKind == JsonValueKind.Object)
            return Json();
        Unexpected(what + ", an object");
        return null;
    }

    private bool MayBeTrue { get; init; }

    public string Excerpt => ValueDescription.Excerpt(Element);

    /// <summary>Reports that something else was expected.</summary>
    public void Unexpected(string expected, string? got = null, (string Name, IEnumerable<string> Known)? known = null) =>
        Problems.Add(this, (MayBeTrue ? "true, or " : "") + expected, got ?? ValueDescription.Of(Element), known);

    private double? Number() =>
        Element.ValueKind == JsonValueKind.Number
        && double.TryParse(Element.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static IEnumerable<PositionedElement> Texts(PositionedElement element)
    {
        yield return element;
        foreach (var member in element.EnumerateObject())
            yield return member.NameElement;
    }

    private static bool HasHalf(PositionedElement element) =>
        element is { ValueKind: JsonValueKind.String, IsEscaped: true }
        && LoneSurrogates.Replace(element.RawUtf8.Span) != LoneSurrogates.Unescape(element.RawUtf8.Span);
}

/// <summary>A member of an object in a world.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads its value.</param>
internal sealed record WorldMember(string Name, Action<WorldValue> Read);
