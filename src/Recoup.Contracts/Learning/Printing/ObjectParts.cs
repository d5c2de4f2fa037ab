using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Printing;

/// <summary>The parts of an object as they are printed.</summary>
/// <param name="Members">The described members, sorted by name.</param>
/// <param name="Values">The values of a map; null if the object is none.</param>
internal sealed record ObjectParts(IReadOnlyList<Member> Members, Shape? Values)
{
    /// <summary>The names of the members that every object had, sorted.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    public static ObjectParts Of(ObjectShape shape)
    {
        var members = shape.Members.OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        return new ObjectParts(members, shape.Values)
        {
            Required = [.. members.Where(member => member.Count == shape.Count).Select(member => member.Name)],
        };
    }
}
