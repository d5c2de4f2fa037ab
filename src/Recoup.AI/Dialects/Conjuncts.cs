using System.Text.Json;

namespace Recoup.AI.Dialects;

/// <summary>
/// The subschemas that one value must satisfy together: a schema, the targets of its references, and the branches of its <c>allOf</c>.
/// </summary>
internal sealed class Conjuncts
{
    // A schema with more is written without the rest: no provider would accept it.
    private const int MostParts = 200;
    private const int MostBranches = 64;

    // One union alone has no combinations: a list of constants may be long.
    private const int MostOptions = 1_000;

    private readonly List<SchemaPart> _parts = [];
    private readonly HashSet<string> _usedUnions = [];

    private Conjuncts(List<ProjectionLoss> losses) => Losses = losses;

    public IReadOnlyList<SchemaPart> Parts => _parts;

    /// <summary>The references that lead nowhere, and what was left out because there was too much of it.</summary>
    public List<ProjectionLoss> Losses { get; }

    public static Conjuncts Of(IEnumerable<SchemaPart> parts, SchemaReferences references)
    {
        var conjuncts = new Conjuncts([]);
        foreach (var part in parts)
            conjuncts.Add(part, references);
        return conjuncts;
    }

    /// <summary>
    /// The branches of all unions (<c>anyOf</c>, and <c>oneOf</c>, which is weakened to it): each is a list of subschemas that a value must
    /// satisfy together.
    /// </summary>
    public IReadOnlyList<Conjuncts> Branches(SchemaReferences references)
    {
        var branches = new List<Conjuncts>();
        var open = new Stack<Conjuncts>([this]);
        while (open.TryPop(out var next))
        {
            if (next.NextUnion() is not { } union)
            {
                branches.Add(next);
                continue;
            }

            // Too many combinations: the rest of the unions is left out.
            var most = branches.Count + open.Count == 0 ? MostOptions : MostBranches;
            var fits = branches.Count + open.Count + union.Options.Count <= most;
            if (!fits && !Losses.Exists(loss => loss.Pointer == union.Pointer))
                Losses.Add(new(union.Keyword, union.Pointer, "it has too many combinations, so it is not part of the schema"));
            foreach (var option in fits ? union.Options.Reverse() : [default])
                open.Push(next.With(union.Pointer, fits ? option : null, references));
        }

        return branches;
    }

    /// <summary>Whether a part has a union that is no <c>anyOf</c>: exactly one branch must accept the value.</summary>
    public IEnumerable<SchemaPart> ExclusiveUnions => _parts.Select(part => part["oneOf"])
        .Where(union => union.Element.ValueKind == JsonValueKind.Array && union.Element.GetArrayLength() > 1);

    private void Add(SchemaPart part, SchemaReferences references)
    {
        if (_parts.Count > 0 && _parts.Exists(known => known.Pointer == part.Pointer))
            return;
        if (_parts.Count == MostParts)
        {
            Losses.Add(new("allOf", part.Pointer, "there are too many subschemas for one value, so it is not part of the schema"));
            return;
        }

        _parts.Add(part);
        if (part.Text("$ref") is { } reference)
        {
            if (references.TryResolve(reference, out var target))
                Add(target, references);
            else
                Losses.Add(new("$ref", part.Pointer + "/$ref", "it refers to nothing in the schema, so any value is accepted"));
        }

        foreach (var branch in part.Items("allOf"))
            Add(branch, references);
    }

    private (string Keyword, string Pointer, IReadOnlyList<SchemaPart> Options)? NextUnion()
    {
        foreach (var part in _parts)
        {
            foreach (var keyword in (string[])["anyOf", "oneOf"])
            {
                var pointer = part[keyword].Pointer;
                if (!_usedUnions.Contains(pointer) && part.Items(keyword).ToArray() is { Length: > 0 } options)
                    return (keyword, pointer, options);
            }
        }

        return null;
    }

    private Conjuncts With(string union, SchemaPart? option, SchemaReferences references)
    {
        var branch = new Conjuncts(Losses);
        branch._parts.AddRange(_parts);
        branch._usedUnions.UnionWith(_usedUnions);
        branch._usedUnions.Add(union);
        if (option is { } part)
            branch.Add(part, references);
        return branch;
    }
}
