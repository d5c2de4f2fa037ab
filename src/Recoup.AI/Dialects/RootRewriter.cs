using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.AI.Json;

namespace Recoup.AI.Dialects;

/// <summary>
/// Writes the root of a schema, which every provider wants to be an object without a union: all properties of all branches, of which those
/// are required that all branches require.
/// </summary>
internal sealed class RootRewriter(
    SchemaReferences references, List<ProjectionLoss> losses, Func<SchemaPart, int, JsonNode> write, Func<string, string> rename)
{
    private static readonly string[] NotAtRoot = ["anyOf", "oneOf", "allOf", "not", "if", "then", "else", "enum", "const", "$ref"];

    public JsonObject Write(SchemaPart root)
    {
        var isPlain = root.IsObject && NotAtRoot.All(keyword => !root.Has(keyword));
        var schema = isPlain ? Plain(root) : Merge(root);
        schema["type"] = "object";
        schema.Remove("nullable");
        if (schema["properties"] is not JsonObject)
            schema["properties"] = new JsonObject();
        return schema;
    }

    private JsonObject Plain(SchemaPart root)
    {
        CheckType(root);
        var schema = new JsonObject();
        KeywordRewriter.Write(root, schema, losses, (child, _) => write(child, 1), rename);
        return schema;
    }

    private JsonObject Merge(SchemaPart root)
    {
        var all = Conjuncts.Of([root], references);
        var branches = all.Branches(references);
        losses.AddRange(all.Losses);
        var parts = branches.SelectMany(branch => branch.Parts).DistinctBy(part => part.Pointer).ToList();
        foreach (var (keyword, lost) in parts.SelectMany(part => NotAtRoot.Select(keyword => (keyword, part[keyword]))))
        {
            if (lost.Element.ValueKind != JsonValueKind.Undefined && keyword is not ("allOf" or "$ref" or "then" or "else"))
            {
                var isUnion = keyword is "anyOf" or "oneOf";
                var advice = isUnion ? RootUnion.Words(branches) : null;
                losses.Add(new(keyword, lost.Pointer, "it is not part of the schema") { Advice = advice });
            }
        }

        var schema = new JsonObject();
        foreach (var part in parts.Where(part => !part.IsObject))
            CheckType(part);
        foreach (var part in parts.Where(part => part.IsObject))
            AddKeywords(schema, part, isInAll: all.Parts.Contains(part));
        schema["properties"] = Properties(parts, isUnion: branches.Count > 1);
        AddRequired(schema, branches);
        if (parts.Count(part => part.Has("additionalProperties")) is var closing
            && closing > 0 && parts.Count(part => part.Members("properties").Any()) > 1)
        {
            schema.Remove("additionalProperties");
            losses.Add(new("additionalProperties", root.Pointer, "it is not part of the schema"));
        }

        return schema;
    }

    private void CheckType(SchemaPart part)
    {
        if (!ValueKinds.Declared(part).HasFlag(ValueKindSet.Object))
            losses.Add(new("type", part["type"].Pointer, "parameters are always an object"));
    }

    /// <summary>
    /// Adds the keywords of one part. What only one branch demands, or another part already says differently, has no place at the root.
    /// </summary>
    private void AddKeywords(JsonObject schema, SchemaPart part, bool isInAll)
    {
        CheckType(part);
        var own = new JsonObject();
        KeywordRewriter.Write(WithoutProperties(part), own, losses, (child, _) => write(child, 1), rename);
        foreach (var (name, value) in own)
        {
            if (isInAll && !schema.ContainsKey(name))
                schema[name] = value?.DeepClone();
            else if (name != "type" && !Annotations.Contains(name) && !JsonNode.DeepEquals(schema[name], value))
                losses.Add(new(name, part[name].Pointer, "it is not part of the schema"));
        }
    }

    private static SchemaPart WithoutProperties(SchemaPart part)
    {
        var kept = new JsonObject();
        foreach (var member in part.Element.EnumerateObject())
        {
            if (!NotAtRoot.Contains(member.Name) && member.Name is not ("properties" or "required" or "$defs" or "definitions"))
                kept[member.Name] = KeywordRewriter.NodeOf(member.Value);
        }

        return part with { Element = JsonText.Parse(Encoding.UTF8.GetBytes(kept.ToJsonString())) };
    }

    private JsonObject Properties(List<SchemaPart> parts, bool isUnion)
    {
        var properties = new JsonObject();
        foreach (var property in parts.SelectMany(part => part.Members("properties"))
            .GroupBy(property => property.Key, property => property.Value, StringComparer.Ordinal))
        {
            var schemas = property.Select(schema => write(schema, 1)).DistinctBy(schema => schema.ToJsonString()).ToList();
            properties[rename(property.Key)] = schemas is [var one]
                ? one
                : new JsonObject { [isUnion ? "anyOf" : "allOf"] = new JsonArray([.. schemas]) };
        }

        return properties;
    }

    private void AddRequired(JsonObject schema, IReadOnlyList<Conjuncts> branches)
    {
        var required = RootUnion.Required(branches);
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)rename(name))]);
    }
}
