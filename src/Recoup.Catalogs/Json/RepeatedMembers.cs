using System.Text.Json;

namespace Recoup.Catalogs.Json;

/// <summary>
/// Finds members that an object has twice, with different values. JSON readers take the last one. Equal values are the same, whichever is
/// taken. Names that differ only in halves of surrogate pairs are one name, because no message can contain a half: the members are lost in
/// each other even if their values are equal.
/// </summary>
internal static class RepeatedMembers
{
    // Nearly all objects are small: comparing each pair costs less than a table.
    private const int SmallObject = 12;

    /// <summary>The second and later occurrences of members in a value and all values in it, in the order of the text.</summary>
    /// <param name="value">The value.</param>
    public static IEnumerable<PositionedElement.Member> In(PositionedElement value) => value.DescendantsAndSelf().SelectMany(Of);

    /// <summary>The second and later occurrences of members of one object. Linear for large objects.</summary>
    /// <param name="value">The object.</param>
    public static IEnumerable<PositionedElement.Member> Of(PositionedElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        var members = new List<PositionedElement.Member>();
        foreach (var member in value.EnumerateObject())
            members.Add(member);
        return members.Count <= SmallObject ? InSmall(members) : InLarge(members);
    }

    private static IEnumerable<PositionedElement.Member> InSmall(List<PositionedElement.Member> members)
    {
        for (var i = 1; i < members.Count; i++)
        {
            for (var j = i - 1; j >= 0; j--)
            {
                if (!HasNameOf(members[i], members[j]))
                    continue;
                if (!IsSame(members[i], members[j]))
                    yield return members[i];
                break;
            }
        }
    }

    private static bool IsSame(PositionedElement.Member one, PositionedElement.Member other) =>
        one.Value.HasTokensOf(other.Value) && (one.NameElement == other.NameElement || HalvesOf(one) == HalvesOf(other));

    private static string HalvesOf(PositionedElement.Member member) => LoneSurrogates.Unescape(member.NameElement.RawUtf8.Span);

    private static bool HasNameOf(PositionedElement.Member one, PositionedElement.Member other) =>
        one.NameElement == other.NameElement
        || ((one.NameElement.IsEscaped || other.NameElement.IsEscaped) && one.Name == other.Name);

    private static IEnumerable<PositionedElement.Member> InLarge(List<PositionedElement.Member> members)
    {
        var last = new Dictionary<string, PositionedElement.Member>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (last.TryGetValue(member.Name, out var known) && !IsSame(member, known))
                yield return member;
            last[member.Name] = member;
        }
    }
}
