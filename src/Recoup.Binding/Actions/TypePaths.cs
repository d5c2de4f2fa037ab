using Recoup.Binding.Names;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Actions;

/// <summary>
/// The paths that lead to the types of an action. A path consists of the tokens of a JSON pointer (RFC 6901), one for each property; the
/// items of arrays and the values of maps have none. A token that begins with <c>~</c> and a letter is not a property: the branch of a
/// union, <c>~Result</c> for the payload of the result, or <c>~Value</c> for additional properties.
/// </summary>
internal sealed class TypePaths(ActionDraft action)
{
    private const string Result = "~Result";
    private const string Value = "~Value";

    /// <summary>The words of a token in a name.</summary>
    public static string Pascal(string token) => IsProperty(token) ? Identifier.Pascal(JsonPointer.Unescape(token)) : token[1..];

    /// <summary>The words of a path in a name.</summary>
    public static string Pascal(IReadOnlyList<string> path) => string.Concat(path.Select(Pascal));

    /// <summary>Whether a path leads to a type of the result.</summary>
    public static bool IsOfResult(IReadOnlyList<string> path) => path[0] == Result;

    /// <summary>Every type with the shortest path that leads to it; of several, the first in ordinal order.</summary>
    /// <param name="except">The signatures of types that are not entered.</param>
    public IReadOnlyList<(TypeDraft Draft, string[] Path)> Shortest(IEnumerable<string> except)
    {
        // Parameters come first, so that a result renames no type that a caller writes.
        var seen = new HashSet<string>(except, StringComparer.Ordinal);
        return [.. Search(Written(), seen), .. Search(Read(), seen)];
    }

    /// <summary>The types below a type with the shortest path from there.</summary>
    public static IReadOnlyList<(TypeDraft Draft, string[] Path)> Below(TypeDraft draft, IEnumerable<string> except) =>
        Search(Parts(draft).Select(part => (new[] { part.Token }, part.Type)), new HashSet<string>(except, StringComparer.Ordinal));

    /// <summary>The type at a path of a names file: <c>parameters/…</c> or <c>result/…</c>; null if there is none.</summary>
    public TypeDraft? Find(string path)
    {
        var tokens = path.Split('/');
        var parts = tokens[0] switch
        {
            "parameters" => Written().Select(root => (Token: root.Path[0], root.Type)),
            "result" when action.Result is { } result => DraftOf(result.Type) is { } root && tokens.Length > 1 ? Parts(root) : [],
            _ => [],
        };
        var draft = tokens is ["result"] && action.Result is { } payload ? DraftOf(payload.Type) : null;
        foreach (var token in tokens.Skip(1))
        {
            draft = parts.Where(part => part.Token == token).Select(part => DraftOf(part.Type)).FirstOrDefault();
            if (draft is null)
                return null;
            parts = Parts(draft);
        }

        return draft;
    }

    private IEnumerable<(string[] Path, TypeModel Type)> Written()
    {
        foreach (var member in action.Members)
            yield return ([Token(member.WireName)], member.Type.Type);
        if (action.Additional is { } additional)
            yield return ([Value], additional.Type);
    }

    private IEnumerable<(string[] Path, TypeModel Type)> Read() => action.Result is { } result ? [([Result], result.Type)] : [];

    private static List<(TypeDraft Draft, string[] Path)> Search(IEnumerable<(string[] Path, TypeModel Type)> roots, HashSet<string> seen)
    {
        var found = new List<(TypeDraft, string[])>();
        for (var level = roots.ToList(); level.Count > 0;)
        {
            var next = new List<(string[] Path, TypeModel Type)>();
            foreach (var (path, type) in level.OrderBy(item => string.Join("/", item.Path), StringComparer.Ordinal))
            {
                if (DraftOf(type) is not { } draft || !seen.Add(draft.Signature))
                    continue;
                found.Add((draft, path));
                next.AddRange(Parts(draft).Select(part => ((string[])[.. path, part.Token], part.Type)));
            }

            level = next;
        }

        return found;
    }

    private static IEnumerable<(string Token, TypeModel Type)> Parts(TypeDraft draft) => draft switch
    {
        ClassDraft @class => @class.Members.Select(member => (Token(member.WireName), member.Type.Type))
            .Concat(@class.Additional is { } additional ? [(Value, additional.Type)] : []),
        UnionDraft union => union.Branches.Select(branch => ("~" + branch.Name, branch.Type.Type)),
        _ => [],
    };

    private static TypeDraft? DraftOf(TypeModel type) => type switch
    {
        ListTypeModel list => DraftOf(list.Item.Type),
        MapTypeModel map => DraftOf(map.Value.Type),
        DraftTypeModel { Draft: UnionDraft { Instead: { } instead } } => DraftOf(instead),
        DraftTypeModel { Draft: var draft } => draft,
        _ => null,
    };

    private static string Token(string wireName) => JsonPointer.Escape(wireName);

    // In a JSON pointer a tilde is followed by 0 or 1.
    private static bool IsProperty(string token) => token.Length < 2 || token[0] != '~' || token[1] is '0' or '1';
}
