using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>Emits the struct of an enum. Any other string converts to it as well, so that values added later can be sent.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumDeclarationModel values)
    {
        var name = values.Name;
        Documentation.Summary(writer, Documentation.Describe(
            values.Documentation with { Default = null, Notes = "", Examples = "" }, "A value of the catalog.")
            + "\nAny other string converts to it as well.");
        writer.Open($"public readonly struct {name} : {TypedNames.ParameterValue}, global::System.IEquatable<{name}>");
        writer.Line("private readonly string? __value;").Line();
        writer.Line(
            $"private {name}(string value) => this.__value = value ?? throw new global::System.ArgumentNullException(nameof(value));")
                .Line();
        foreach (var value in values.Values)
        {
            Documentation.Summary(writer, "The value " + (value.WireValue.Length == 0 ? "\"\"" : value.WireValue));
            writer.Line($"public static {name} {value.Name} => new {name}({Literal.Text(value.WireValue)});").Line();
        }

        writer.Line("/// <summary>Converts the text of a value.</summary>")
            .Line("/// <param name=\"value\">The text that is sent.</param>")
            .Line($"public static implicit operator {name}(string value) => new {name}(value);").Line()
            .Line("/// <summary>Whether both have the same text.</summary>")
            .Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);").Line()
            .Line("/// <summary>Whether the texts differ.</summary>")
            .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);").Line()
            .Line("/// <summary>The text that is sent.</summary>")
            .Line("public override string ToString() => this.__value ?? \"\";").Line()
            .Line("/// <inheritdoc/>")
            .Line($"public bool Equals({name} other) => this.__value == other.__value;").Line()
            .Line("/// <inheritdoc/>")
            .Line($"public override bool Equals(object? obj) => obj is {name} other && this.Equals(other);").Line()
            .Line("/// <inheritdoc/>")
            .Line("public override int GetHashCode() => this.__value is null ? 0 : this.__value.GetHashCode();").Line();
        writer.Open($"void {TypedNames.ParameterValue}.WriteTo({TypedNames.CallWriter} __call)")
            .Open("if (this.__value is null)").Line($"__call.ThrowUnset({Literal.Text(name)});").Close()
            .Line("__call.Value(this.__value);")
            .Close().Close();
    }
}
