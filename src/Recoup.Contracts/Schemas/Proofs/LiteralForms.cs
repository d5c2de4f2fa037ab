using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>
/// Describes listed values by structure: strings as a pattern, objects as closed objects with fixed properties, arrays as tuples.
/// </summary>
internal static class LiteralForms
{
    private const int MostValues = 64;
    private const int MostCharacters = 1000;

    /// <summary>The characters that mean something in a pattern.</summary>
    private const string Special = "^$\\.*+?()[]{}|/";

    /// <summary>A schema that accepts exactly the values of one kind; null if there are none or too many.</summary>
    public static Form? Of(IEnumerable<Literal> literals, ValueKinds kind)
    {
        var values = literals.Where(literal => literal.Kind == kind).Take(MostValues + 1).ToList();
        if (values.Count is 0 or > MostValues)
            return null;
        return kind switch
        {
            ValueKinds.String when values.Sum(value => value.Key.Length) <= MostCharacters =>
                new Form { Kinds = kind, Pattern = $"^(?:{string.Join('|', values.Select(value => Escape(value.Value.GetString()!)))})$" },
            ValueKinds.Object or ValueKinds.Array when values.Count == 1 => Of(values[0].Value),
            ValueKinds.Object or ValueKinds.Array => new Form { Kinds = kind, AnyOf = [.. values.Select(value => Of(value.Value))] },
            _ => null,
        };
    }

    private static Form Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Array =>
            new Form
            {
                Kinds = ValueKinds.Array,
                Prefix = [.. value.EnumerateArray().Select(Of)],
                Items = Form.Nothing,
                MinItems = value.GetArrayLength(),
            },
        _ => OfScalar(new Literal(value)),
    };

    private static Form OfScalar(Literal literal) => new() { Kinds = literal.Kind, Values = [literal] };

    private static Form OfObject(JsonElement value)
    {
        var properties = Form.NoForms;
        foreach (var member in value.EnumerateObject())
            properties = properties.SetItem(member.Name, Of(member.Value));
        return new Form
        {
            Kinds = ValueKinds.Object,
            Properties = properties,
            Required = Form.NoNames.Union(properties.Keys),
            Additional = Form.Nothing,
        };
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(character =>
            Special.Contains(character, StringComparison.Ordinal) ? "\\" + character : character.ToString()));
}
