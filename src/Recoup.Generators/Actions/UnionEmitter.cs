using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits the struct of a union, with a conversion from each shape.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, TypeSyntax types, UnionDeclarationModel union, bool checks)
    {
        var name = union.Name;
        var list = union.Branches.Select(branch => branch.Type).OfType<ListTypeModel>().ToArray();
        Documentation.Summary(
            writer, Documentation.Describe(union.Documentation, "One of several shapes.") + "\nEach shape converts to it.");
        if (list.Length == 1)
            writer.Line($"[global::System.Runtime.CompilerServices.CollectionBuilder(typeof({types.Bare(new DeclaredTypeModel(
                name, DeclaredKind.Union))}), \"Create\")]");
        writer.Mark(union).Line(TypedNames.ParameterConverter)
            .Open($"public readonly struct {name} : {TypedNames.UnionOf}<{name}>")
            .Line($"private readonly {TypedNames.UnionValue} __value;")
            .Line($"private {name}({TypedNames.UnionValue} value) => this.__value = value;");
        foreach (var branch in union.Branches)
            Conversions(writer, types, union, branch, checks);
        if (list.Length == 1)
            CollectionMembers(writer, types, name, list[0]);

        writer.Line($"public static bool operator ==({name} left, {name} right) => left.__value == right.__value;")
            .Line($"public static bool operator !=({name} left, {name} right) => left.__value != right.__value;")
            .Line($"public override bool Equals(object? obj) => obj is {name} other && this.__value == other.__value;")
            .Line("public override int GetHashCode() => this.__value.GetHashCode();")
            .Line("public override string ToString() => this.__value.ToString();")
            .Line($"{TypedNames.UnionValue} {TypedNames.UnionOf}<{name}>.Value => this.__value;")
            .Line($"static {name} {TypedNames.UnionOf}<{name}>.Of({TypedNames.UnionValue} value) => new {name}(value);")
            .Line($"void {TypedNames.ParameterValue}.WriteTo({TypedNames.CallWriter} __call) => this.__value.WriteTo(__call, "
                + $"{Literal.Text(name)});")
            .Close();
    }

    private static void Conversions(SourceWriter writer, TypeSyntax types, UnionDeclarationModel union, TypeUse branch, bool checks)
    {
        switch (branch.Type)
        {
            case ScalarTypeModel { Kind: ScalarKind.Text or ScalarKind.Integer or ScalarKind.Number or ScalarKind.Boolean } scalar:
                // An integer is not converted to double, because double loses digits above 2^53.
                if (scalar.Kind == ScalarKind.Number)
                    Simple(writer, union.Name, "long");
                Simple(writer, union.Name, types.Bare(scalar));
                break;
            case DeclaredTypeModel { Kind: DeclaredKind.Enum } values:
                Simple(writer, union.Name, types.Bare(values));
                if (!union.Branches.Any(other => other.Type is ScalarTypeModel { Kind: ScalarKind.Text }))
                    Simple(writer, union.Name, "string");
                break;
            case DeclaredTypeModel @class:
                Simple(writer, union.Name, types.Bare(@class));
                break;
            case ListTypeModel list:
                var item = types.Of(list.Item);
                Written(writer, types, union.Name, item + "[]", branch, checks);
                Written(writer, types, union.Name, $"global::System.Collections.Generic.List<{item}>", branch, checks);
                break;
            case MapTypeModel map:
                Written(
                    writer,
                    types,
                    union.Name,
                    $"global::System.Collections.Generic.Dictionary<string, {types.Of(map.Value)}>",
                    branch,
                    checks);
                break;
            default:
                Written(writer, types, union.Name, types.Bare(branch.Type), branch, checks);
                break;
        }
    }

    private static void Simple(SourceWriter writer, string union, string from)
    {
        writer.Line($"public static implicit operator {union}({from} value) => new {union}({TypedNames.UnionValue}.Of(value));");
    }

    private static void Written(SourceWriter writer, TypeSyntax types, string union, string from, TypeUse branch, bool checks)
    {
        writer.Open(
            $"public static implicit operator {union}({from} value) => new {union}({TypedNames.UnionValue}.Of(value, static (__call, "
                + $"__object) =>");
        writer.Line($"var __branch = ({types.Bare(branch.Type)})__object;");
        new CallEmitter(writer, types, checks).Value(branch, "__branch");
        writer.Close("));");
    }

    private static void CollectionMembers(SourceWriter writer, TypeSyntax types, string name, ListTypeModel list)
    {
        var item = types.Of(list.Item);
        writer.Xml("<summary>Creates a value from a collection expression.</summary>")
            .Xml("<param name=\"items\">The items.</param>")
            .Line($"public static {name} Create(global::System.ReadOnlySpan<{item}> items) => items.ToArray();")
            .Xml("<summary>Enumerates the items if the value is a list. Collection expressions require this method.</summary>")
            .Line($"public global::System.Collections.Generic.IEnumerator<{item}> GetEnumerator() => this.__value.Items<{item}>();");
    }
}
