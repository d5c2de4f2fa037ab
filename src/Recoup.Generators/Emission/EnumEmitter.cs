using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>
/// Emits the struct of an enum. Any other string converts to it as well, so that values added later can be sent. What all enums have in
/// common is in the runtime.
/// </summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumDeclarationModel values)
    {
        var name = values.Name;
        Documentation.Summary(writer, Documentation.Describe(
            values.Documentation with { Default = null, Notes = "", Examples = "" }, "A value of the catalog.")
            + "\nAny other string converts to it as well.");
        writer.Line(TypedNames.ParameterConverter)
            .Open($"public readonly struct {name} : {TypedNames.OpenEnumOf}<{name}>")
            .Line("private readonly string? __text;")
            .Line($"private {name}(string text) => this.__text = {TypedNames.OpenEnum}.Text(text);");
        foreach (var value in values.Values)
        {
            Documentation.Summary(writer, "The value " + (value.WireValue.Length == 0 ? "\"\"" : value.WireValue));
            writer.Line($"public static readonly {name} {value.Name} = new {name}({Literal.Text(value.WireValue)});");
        }

        const string Inherited = "<inheritdoc/>";
        writer.Xml("<summary>Converts the text of a value.</summary>")
            .Line($"public static implicit operator {name}(string text) => new {name}(text);")
            .Xml("<summary>Whether both have the same text.</summary>")
            .Line($"public static bool operator ==({name} left, {name} right) => left.__text == right.__text;")
            .Xml("<summary>Whether the texts differ.</summary>")
            .Line($"public static bool operator !=({name} left, {name} right) => left.__text != right.__text;")
            .Xml(Inherited)
            .Line($"public override bool Equals(object? obj) => obj is {name} other && this.__text == other.__text;")
            .Xml(Inherited)
            .Line($"public override int GetHashCode() => {TypedNames.OpenEnum}.Hash(this.__text);")
            .Xml("<summary>The text that is sent; null if there is none.</summary>")
            .Line("public override string? ToString() => this.__text;")
            .Close();
    }
}
