using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs.Json;

namespace Recoup.Emulator.Core.Files;

/// <summary>
/// The places in parameters where an action takes a file. Schemas of providers mark them with <c>file_uploadable</c>.
/// </summary>
internal static class FilePositions
{
    private const string Mark = "file_uploadable";
    private const int Deepest = 64;

    private static readonly string[] Branches = ["anyOf", "oneOf", "allOf"];

    /// <summary>Replaces the strings in such places.</summary>
    /// <param name="schema">The schema of the parameters.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="stage">Stages the file that a string names; null if it cannot be staged.</param>
    /// <returns>The parameters with descriptors; null if a file cannot be staged.</returns>
    public static JsonElement? Stage(JsonElement schema, JsonElement parameters, Func<string, EmulatedFile?> stage)
    {
        var root = JsonNode.Parse(parameters.GetRawText())!;
        return new Walk(schema, stage).Visit(schema, root, node => root = node, 0) ? JsonSerializer.SerializeToElement(root) : null;
    }

    private sealed class Walk(JsonElement root, Func<string, EmulatedFile?> stage)
    {
        /// <returns>False if a file cannot be staged.</returns>
        public bool Visit(JsonElement schema, JsonNode? value, Action<JsonNode> replace, int depth)
        {
            if (depth == Deepest || value is null || schema.ValueKind != JsonValueKind.Object)
                return true;
            if (schema.TryGetProperty(Mark, out var mark) && mark.ValueKind == JsonValueKind.True)
                return value.GetValueKind() != JsonValueKind.String || Replace(value.GetValue<string>(), replace);
            if (schema.TryGetProperty("$ref", out var reference) && Resolve(reference) is { } target
                && !Visit(target, value, replace, depth + 1))
            {
                return false;
            }

            foreach (var keyword in Branches)
            {
                if (!schema.TryGetProperty(keyword, out var branches) || branches.ValueKind != JsonValueKind.Array)
                    continue;
                foreach (var branch in branches.EnumerateArray())
                {
                    if (!Visit(branch, value, replace, depth + 1))
                        return false;
                }
            }

            return value switch
            {
                JsonObject members => VisitMembers(schema, members, depth),
                JsonArray items => VisitItems(schema, items, depth),
                _ => true,
            };
        }

        private bool VisitMembers(JsonElement schema, JsonObject members, int depth)
        {
            if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                return true;
            foreach (var property in properties.EnumerateObject())
            {
                if (members.TryGetPropertyValue(property.Name, out var member)
                    && !Visit(property.Value, member, node => members[property.Name] = node, depth + 1))
                {
                    return false;
                }
            }

            return true;
        }

        private bool VisitItems(JsonElement schema, JsonArray items, int depth)
        {
            if (!schema.TryGetProperty("items", out var item))
                return true;
            for (var i = 0; i < items.Count; i++)
            {
                var index = i;
                if (!Visit(item, items[i], node => items[index] = node, depth + 1))
                    return false;
            }

            return true;
        }

        private bool Replace(string text, Action<JsonNode> replace)
        {
            if (stage(text) is not { } file)
                return false;
            replace(new JsonObject { ["name"] = file.Name, ["mimetype"] = file.MimeType, ["s3key"] = file.S3Key });
            return true;
        }

        private JsonElement? Resolve(JsonElement reference)
        {
            if (reference.ValueKind != JsonValueKind.String || reference.GetString() is not { } text
                || !text.StartsWith("#/", StringComparison.Ordinal))
            {
                return null;
            }

            var at = root;
            foreach (var step in text[2..].Split('/'))
            {
                var name = JsonPointer.Unescape(Uri.UnescapeDataString(step));
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                    return null;
            }

            return at;
        }
    }
}
