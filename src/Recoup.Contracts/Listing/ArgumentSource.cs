using System.Globalization;
using System.Text.Json;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Contracts.Documents.Source;

namespace Recoup.Contracts.Listing;

/// <summary>
/// Writes JSON as arguments of a generated method. Each method returns null for a value that the C# type cannot hold, or sends otherwise.
/// </summary>
internal sealed class ArgumentSource(BoundClass @class)
{
    // Values of nested unions are tried several times: a hostile schema has no end of branches.
    private const int MaxValues = 20_000;

    private static readonly Code Null = new("null");

    private readonly CSharpTypes _types = @class.WrittenOutside;
    private int _values;

    public IReadOnlyList<Code>? Of(ActionModel action, JsonElement parameters) =>
        Members(action.Parameters, action.Additional, parameters, ": ", ActionModel.AdditionalName);

    private List<Code>? Members(
        IEnumerable<MemberModel> members, TypeUse? additional, JsonElement json, string assign, string additionalName)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            given[property.Name] = property.Value;

        var written = new List<Code>();
        foreach (var member in members)
        {
            if (!given.Remove(member.WireName, out var value))
            {
                if (member.Presence is MemberPresence.Required or MemberPresence.Constant)
                    return null;
                continue;
            }

            if (member.Presence == MemberPresence.Constant)
            {
                if (!JsonElement.DeepEquals(JsonElement.Parse(member.Constant!), value))
                    return null;
                continue;
            }

            // The server's default is null, so a null is not sent.
            if (member is { Presence: MemberPresence.Optional, Type.IsNullable: true } && value.ValueKind == JsonValueKind.Null)
                continue;
            var code = member.Presence == MemberPresence.OptionalNullable
                ? Value(member.Type with { IsNullable = true }, value, isTarget: false) is { } set ? new Code("new(", [set], ")") : null
                : Value(member.Type, value);
            if (code is null)
                return null;
            written.Add(code with { Prefix = CSharpText.Identifier(member.Name) + assign });
        }

        if (given.Count == 0)
            return written;
        if (additional is not { } rest || Map(rest, given.Select(pair => (pair.Key, pair.Value))) is not { } map)
            return null;
        written.Add(map with { Prefix = additionalName + assign });
        return written;
    }

    /// <param name="use">The type.</param>
    /// <param name="json">The value.</param>
    /// <param name="isTarget">
    /// Whether the place has the type itself. Otherwise, the value is converted once more, which C# does not do after another conversion.
    /// </param>
    private Code? Value(TypeUse use, JsonElement json, bool isTarget = true)
    {
        if (++_values > MaxValues)
            return null;
        if (json.ValueKind == JsonValueKind.Null)
            return use.IsNullable ? Null : null;
        return use.Type switch
        {
            ScalarTypeModel scalar => Text(ScalarSource.Of(scalar.Kind, json)),
            ScalarUnionTypeModel union => Text(ScalarSource.Of(union.Kinds, json)),
            ListTypeModel list => List(list, json, "[", "]"),
            MapTypeModel map => json.ValueKind == JsonValueKind.Object
                ? Map(map.Value, json.EnumerateObject().Select(member => (member.Name, member.Value)))
                : null,
            FileTypeModel file => Text(File(file, json)),
            DeclaredTypeModel declared => Declared(declared, json),
            _ => Text(Node(json, isTarget)),
        };
    }

    private Code? Declared(DeclaredTypeModel declared, JsonElement json)
    {
        switch (@class.Types[declared.Name].Declaration)
        {
            case EnumDeclarationModel values when json.ValueKind == JsonValueKind.String:
                var text = json.GetString()!;
                var known = values.Values.FirstOrDefault(value => value.WireValue == text);
                return new Code(known is null ? CSharpText.Literal(text) : $"{_types.Of(declared)}.{known.Name}");
            case ClassDeclarationModel model:
                return Members(model.Members, model.Additional, json, " = ", "AdditionalProperties") is { } members
                    ? members.Count == 0
                        ? new Code($"new {_types.Of(declared)}()")
                        : new Code($"new {_types.Of(declared)} {{", members, "}")
                    : null;
            case UnionDeclarationModel union:
                return union.Branches.Select(branch => Branch(union, branch, json)).FirstOrDefault(code => code is not null);
            default:
                return null;
        }
    }

    // A value of a branch is converted to the union.
    private Code? Branch(UnionDeclarationModel union, TypeUse branch, JsonElement json)
    {
        if (branch.Type is ListTypeModel list && union.Branches.Count(other => other.Type is ListTypeModel) > 1)
            return List(list, json, $"new {_types.Of(list.Item)}[] {{", "}");
        var code = Value(branch with { IsNullable = false }, json, isTarget: false);
        return branch.Type is ScalarUnionTypeModel or DeclaredTypeModel { Kind: DeclaredKind.Union } && code is not null
            ? new Code($"({_types.Of(branch.Type)})(", [code], ")")
            : code;
    }

    private Code? List(ListTypeModel list, JsonElement json, string open, string close)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return null;
        var items = new List<Code>();
        foreach (var item in json.EnumerateArray())
        {
            if (Value(list.Item, item) is not { } code)
                return null;
            items.Add(code);
        }

        return new Code(open, items, close);
    }

    private Code? Map(TypeUse value, IEnumerable<(string Name, JsonElement Value)> members)
    {
        var type = $"new Dictionary<string, {_types.Of(value)}>";
        var entries = new List<Code>();
        foreach (var member in members)
        {
            if (Value(value, member.Value) is not { } code)
                return null;
            entries.Add(code with { Prefix = $"[{CSharpText.Literal(member.Name)}] = " });
        }

        return entries.Count == 0 ? new Code(type + "()") : new Code(type + " {", entries, "}");
    }

    private static Code? Text(string? text) => text is null ? null : new Code(text);

    private static string? File(FileTypeModel file, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return file.AcceptsText ? CSharpText.Literal(json.GetString()!) : null;
        string[] names = ["name", "mimetype", "s3key"];
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() != names.Length)
            return null;
        var texts = names.Select(name =>
            json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
                ? CSharpText.Literal(text.GetString()!)
                : null);
        return texts.Contains(null) ? null : $"new StagedFile({string.Join(", ", texts)})";
    }

    private static string Node(JsonElement json, bool isTarget) => (json.ValueKind, isTarget) switch
    {
        (JsonValueKind.String, true) => CSharpText.Literal(json.GetString()!),
        (JsonValueKind.True, true) => "true",
        (JsonValueKind.False, true) => "false",
        (JsonValueKind.Number, true) when json.TryGetInt32(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => $"JsonNode.Parse({CSharpText.Json(json)})!",
    };
}
