using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec.Outlines;

/// <summary>A value of an OpenAPI document.</summary>
/// <param name="Element">The value.</param>
/// <param name="Pointer">Its place.</param>
internal readonly record struct SpecValue(PositionedElement Element, string Pointer)
{
    private const int MaxHops = 16;

    /// <summary>Whether the value refers to another one.</summary>
    public bool IsReference => Element["$ref"].ValueKind == JsonValueKind.String;

    /// <summary>The target of a reference, through further references; undefined if there is none, also in a circle.</summary>
    /// <param name="root">The document.</param>
    public SpecValue Follow(PositionedElement root)
    {
        var value = this;
        for (var hops = 0; value.IsReference; hops++)
        {
            var reference = value.Element["$ref"].GetString();
            var pointer = reference.StartsWith("#", StringComparison.Ordinal) ? Uri.UnescapeDataString(reference[1..]) : null;
            if (hops == MaxHops || pointer is null || !root.TryResolve(pointer, out var target))
                return new SpecValue(default, value.Pointer);
            value = new SpecValue(target, pointer);
        }

        return value;
    }
}
