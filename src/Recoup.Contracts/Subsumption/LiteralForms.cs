using System.Text.Json;
using System.Text.RegularExpressions;
using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Subsumption;

/// <summary>Named values, said by structure: texts as a pattern, objects as closed ones of fixed properties, arrays as tuples.</summary>
internal static partial class LiteralForms
{
    private const int MostValues = 64;
    private const int MostCharacters = 1000;

    /// <summary>A schema of the same values of one kind; null where there is none, or where they are too many.</summary>
    public static Form? Of(IEnumerable<Literal> literals, Kinds kind)
    {
        var values = literals.Where(literal => literal.Kind == kind).Take(MostValues + 1).ToList();
        if (values.Count is 0 or > MostValues)
            return null;
        return kind switch
        {
            Kinds.String when values.Sum(value => value.Key.Length) <= MostCharacters =>
                new Form { Kinds = kind, Pattern = $"^(?:{string.Join('|', values.Select(value => Special().Replace(value.Value.GetString()!, "\\$0")))})$" },
            Kinds.Object or Kinds.Array when values.Count == 1 => Of(values[0].Value),
            Kinds.Object or Kinds.Array => new Form { Kinds = kind, AnyOf = [.. values.Select(value => Of(value.Value))] },
            _ => null,
        };
    }

    private static Form Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Array => new Form { Kinds = Kinds.Array, Prefix = [.. value.EnumerateArray().Select(Of)], Items = Form.Nothing, MinItems = value.GetArrayLength() },
        _ => OfScalar(new Literal(value)),
    };

    private static Form OfScalar(Literal literal) => new() { Kinds = literal.Kind, Values = [literal] };

    private static Form OfObject(JsonElement value)
    {
        var properties = Form.NoForms;
        foreach (var member in value.EnumerateObject())
            properties = properties.SetItem(member.Name, Of(member.Value));
        return new Form { Kinds = Kinds.Object, Properties = properties, Required = Form.NoNames.Union(properties.Keys), Additional = Form.Nothing };
    }

    [GeneratedRegex(@"[\^$\\.*+?()[\]{}|/]")]
    private static partial Regex Special();
}
