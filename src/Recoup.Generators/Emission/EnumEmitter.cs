using Recoup.Binding.Names;
using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>
/// Emits the struct of an enum. Any other string converts to it as well, so that values added later can be sent. Everything that enums
/// have in common is in the runtime, because each method of an enum takes time in every build: only operators and <c>ToString</c> have to
/// be here. Equality by <c>Equals</c> is that of structs, which compares the only field.
/// </summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumDeclarationModel values)
    {
        var name = values.Name;
        Documentation.Summary(writer, Documentation.Describe(
            values.Documentation with { Default = null, Notes = "", Examples = "" }, "A value of the catalog.")
            + "\nAny other string converts to it as well.");
        writer.Mark(values).Line(TypedNames.ParameterConverter)
            .Open($"public readonly struct {name} : {TypedNames.OpenEnumOf}<{name}>")
            .Line("private readonly string __text;")
            .Line($"private {name}(string text) => this.__text = {TypedNames.OpenEnum}.Text(text);");
        foreach (var value in values.Values)
        {
            // Most names say which value they are.
            if (Identifier.Pascal(value.WireValue) != value.Name)
                Documentation.Summary(writer, "The value " + (value.WireValue.Length == 0 ? "\"\"" : value.WireValue));
            writer.Mark(value.IsDeprecated)
                .Line($"public static readonly {name} {value.Name} = new {name}({Literal.Text(value.WireValue)});");
        }

        writer.Line($"public static implicit operator {name}(string text) => new {name}(text);")
            .Line($"public static bool operator ==({name} left, {name} right) => string.Equals(left.__text, right.__text);")
            .Line($"public static bool operator !=({name} left, {name} right) => !string.Equals(left.__text, right.__text);")
            .Line("public override string ToString() => this.__text;")
            .Close();
    }
}
