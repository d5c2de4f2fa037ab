using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Recoup.Benchmarks.Schemas;

/// <summary>Schemas of larger programs, with instances of about a given size. The same size always gives the same instance.</summary>
internal static class LargeInstances
{
    private const string Head = "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",";

    private const string Orders = Head
        + """
        "type":"array","items":{"type":"object","required":["id","customer","lines"],"additionalProperties":false,"properties":{
          "id":{"type":"string","pattern":"^[0-9a-f]{8}$"},
          "note":{"type":"string","minLength":1,"maxLength":200},
          "customer":{"type":"object","required":["name","email"],"properties":{
            "name":{"type":"string","minLength":1},"email":{"type":"string","pattern":"^[^@ ]+@[^@ ]+$"},
            "age":{"type":"integer","minimum":0,"maximum":150}}},
          "tags":{"type":"array","items":{"type":"string"},"uniqueItems":true,"maxItems":8},
          "lines":{"type":"array","minItems":1,"items":{"type":"object","required":["sku","count","price"],"properties":{
            "sku":{"type":"string"},"count":{"type":"integer","minimum":1},"price":{"type":"number","exclusiveMinimum":0}}}}}}}
        """;

    private const string Tree = Head
        + """
        "type":"object","required":["root"],"properties":{"root":{"$ref":"#/definitions/node"}},"definitions":{"node":{
          "type":"object","required":["value"],"additionalProperties":false,"properties":{
          "value":{"type":"integer"},"left":{"$ref":"#/definitions/node"},"right":{"$ref":"#/definitions/node"}}}}}
        """;

    private const string Event = """
        {"type":"object","required":["kind","at"],"properties":{"kind":{"const":"event-NUMBER"},"at":{"type":"integer"},
          "payload-NUMBER":{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"boolean"}}}}}
        """;

    private static readonly string Events = Head
        + "\"type\":\"array\",\"items\":{\"oneOf\":["
        + string.Join(',', Enumerable.Range(0, 20).Select(i => Event.Replace("NUMBER", $"{i}", StringComparison.Ordinal)))
        + "]}}";

    /// <summary>The cases of a size in bytes, by name.</summary>
    public static IEnumerable<(string Name, SchemaCase Case)> Of(int size) =>
    [
        ("records with patterns, bounds and unique items", Case(Orders, Repeat(size, new Random(size), OrderOf))),
        ("a union of 20 objects with a discriminator", Case(Events, Repeat(size, new Random(size), EventOf))),
        ("a tree through $ref", Case(Tree, $"{{\"root\":{Node(new Random(size), ref size, depth: 0)}}}")),
    ];

    private static SchemaCase Case(string schema, string instance) =>
        new("", JsonDocument.Parse(schema).RootElement, JsonDocument.Parse(instance, new() { MaxDepth = 256 }).RootElement);

    private static string Repeat(int size, Random random, Func<Random, string> item)
    {
        var text = new StringBuilder("[").Append(item(random));
        while (text.Length < size)
            text.Append(',').Append(item(random));
        return text.Append(']').ToString();
    }

    private static string OrderOf(Random random)
    {
        var tags = Enumerable.Range(0, random.Next(6)).Select(i => $"\"tag {random.Next(100)}-{i}\"");
        var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            $$"""{"sku":"K-{{random.Next(100_000)}}","count":{{random.Next(1, 50)}},"price":{{Price(random)}}}""");
        return $$"""
            {"id":"{{random.Next(0x10000000, int.MaxValue):x8}}","customer":{"name":"Ada {{random.Next(1000)}}",
            "email":"ada{{random.Next(1000)}}@example.org","age":{{random.Next(100)}}},
            "note":"{{new string('n', random.Next(1, 80))}}","tags":[{{string.Join(',', tags)}}],"lines":[{{string.Join(',', lines)}}]}
            """;
    }

    private static string Price(Random random) => (random.Next(1, 100_000) / 100.0).ToString(CultureInfo.InvariantCulture);

    private static string EventOf(Random random)
    {
        var kind = random.Next(20);
        return $$"""
            {"at":{{random.Next()}},"kind":"event-{{kind}}","payload-{{kind}}":{"a":"text {{random.Next(1000)}}","b":true} }
            """;
    }

    private static string Node(Random random, ref int left, int depth)
    {
        var value = random.Next();
        left -= 40;
        var children = "";
        if (depth < 40 && left > 0)
            children += ",\"left\":" + Node(random, ref left, depth + 1);
        if (depth < 40 && left > 0)
            children += ",\"right\":" + Node(random, ref left, depth + 1);
        return $"{{\"value\":{value}{children}}}";
    }
}
