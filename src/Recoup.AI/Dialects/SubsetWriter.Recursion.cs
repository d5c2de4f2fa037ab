using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>Schemas that contain themselves.</summary>
internal sealed partial class SubsetWriter
{
    // Only a schema that is nothing but a reference becomes a reference; any other one that contains itself becomes any JSON.
    private Written? RecursionOf(IReadOnlyList<SchemaPart> parts)
    {
        if (parts is not [var part] || part.Text("$ref") is not { } reference || !_references.TryResolve(reference, out var target)
            || !_active.Contains(target.Pointer) || HasAssertions(part))
        {
            return null;
        }

        if (!_row.AcceptsReferences)
            return Any([target], "it contains itself", "$ref");
        if (!_recursions.TryGetValue(target.Pointer, out var recursion))
        {
            recursion = new Recursion(NameOf(target));
            _recursions.Add(target.Pointer, recursion);
        }

        return new(Reference(recursion.Name), new RecursiveRestoration(() => recursion.Written.Restoration ?? Restoration.None));
    }

    /// <summary>Writes the definitions that were referred to, until there is none left.</summary>
    private void WriteRecursions()
    {
        while (_recursions.FirstOrDefault(recursion => !recursion.Value.IsWritten) is { Value: { } recursion, Key: var pointer })
        {
            recursion.IsWritten = true;
            _active.Clear();
            _references.TryResolve("#" + Uri.EscapeDataString(pointer), out var target);
            recursion.Written = Write([target], depth: 2);
            _definitions.Value[recursion.Name] = recursion.Written.Schema ?? new JsonObject { ["type"] = "null" };
        }
    }

    private string NameOf(SchemaPart target)
    {
        var last = target.Pointer[(target.Pointer.LastIndexOf('/') + 1)..];
        var name = last.Length == 0 ? "parameters" : ToolNames.Fit(last, new NameLimit(48));
        return _recursions.Values.Any(other => other.Name == name) || name == AnyName
            ? ToolNames.Fit(target.Pointer, new NameLimit(48))
            : name;
    }

    private static bool HasAssertions(SchemaPart part) => part.Element.EnumerateObject().Any(member => member.Name
        is not ("$ref" or "description" or "title" or "default" or "examples" or "example" or "deprecated" or "$comment"));
}
