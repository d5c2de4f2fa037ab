using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Hashes the constraints of a form. The hash of a form is built from the hashes of its parts.</summary>
internal static class FormKey
{
    public static string Of(Form form)
    {
        var text = new StringBuilder();
        text.Append((int)form.Kinds);
        if (form.Values is { } values)
            List(text, "values", values.Select(value => value.Key));
        Item(text, "min", form.Minimum?.ToString());
        Item(text, "max", form.Maximum?.ToString());
        Item(text, "multiple", form.MultipleOf?.ToString());
        Number(text, "minLength", form.MinLength, 0);
        Item(text, "maxLength", form.MaxLength?.ToString(CultureInfo.InvariantCulture));
        Item(text, "pattern", form.Pattern);
        List(text, "prefix", form.Prefix.Select(item => item.Key));
        Item(text, "items", form.Items?.Key);
        Item(text, "contains", form.Contains?.Key);
        Number(text, "minContains", form.MinContains, 1);
        Item(text, "maxContains", form.MaxContains?.ToString(CultureInfo.InvariantCulture));
        Number(text, "minItems", form.MinItems, 0);
        Item(text, "maxItems", form.MaxItems?.ToString(CultureInfo.InvariantCulture));
        Item(text, "unique", form.UniqueItems ? "" : null);
        Item(text, "unevaluatedItems", form.UnevaluatedItems?.Key);
        List(text, "properties", form.Properties.SelectMany(pair => (string[])[pair.Key, pair.Value.Key]));
        List(text, "patterns", form.PatternProperties.SelectMany(pair => (string[])[pair.Key, pair.Value.Key]));
        Item(text, "additional", form.Additional?.Key);
        Item(text, "names", form.Names?.Key);
        List(text, "required", form.Required);
        Number(text, "minProperties", form.MinProperties, 0);
        Item(text, "maxProperties", form.MaxProperties?.ToString(CultureInfo.InvariantCulture));
        foreach (var (trigger, names) in form.DependentRequired)
            List(text, "needs:" + Piece(trigger), names);
        List(text, "dependent", form.DependentSchemas.SelectMany(pair => (string[])[pair.Key, pair.Value.Key]));
        Item(text, "unevaluatedProperties", form.UnevaluatedProperties?.Key);

        // The order of alternatives has no meaning.
        List(text, "allOf", form.AllOf.Select(part => part.Key).Order(StringComparer.Ordinal));
        List(text, "anyOf", form.AnyOf.Select(part => part.Key).Distinct().Order(StringComparer.Ordinal));
        List(text, "oneOf", form.OneOf.Select(part => part.Key).Order(StringComparer.Ordinal));
        Item(text, "not", form.Not?.Key);
        Item(text, "if", form.If?.Key);
        Item(text, "then", form.Then?.Key);
        Item(text, "else", form.Else?.Key);
        Item(text, "back", form.Back?.Key);
        return text.Length <= 64 ? text.ToString() : Hash(text);
    }

    private static string Hash(StringBuilder text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in text.GetChunks())
            hash.AppendData(MemoryMarshal.AsBytes(chunk.Span));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Number(StringBuilder text, string name, BigInteger value, BigInteger absent)
    {
        if (value != absent)
            Item(text, name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Item(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(';').Append(name).Append('=').Append(Piece(value));
    }

    private static void List(StringBuilder text, string name, IEnumerable<string> values)
    {
        var isFirst = true;
        foreach (var value in values)
        {
            text.Append(isFirst ? ";" + name + "=" : ",").Append(Piece(value));
            isFirst = false;
        }

        // An empty enum is a constraint; any other empty list is absent.
        if (isFirst && name == "values")
            text.Append(";values=");
    }

    /// <summary>A text with its length in front, so that no text from outside can look like two.</summary>
    private static string Piece(string text) => text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text;
}
