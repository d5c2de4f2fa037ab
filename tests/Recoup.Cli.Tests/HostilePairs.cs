using System.Globalization;
using System.Text;

namespace Recoup.Cli.Tests;

/// <summary>Pairs of documents that try to stop the comparison: large, deep, recursive, contradictory and broken ones.</summary>
internal static class HostilePairs
{
    public const string ManyActions = "500 actions with composed parameters";
    public const string ManyOperations = "1,000 operations";
    public const string LongNames = "120 removed and added properties with names of 3,000 characters";
    public const string ManyReferences = "30 definitions that refer to all others";

    public static IReadOnlyDictionary<string, (string Before, string After)> All { get; } =
        Schemas().Select(row => (row.Name, Before: Catalog(row.Before), After: Catalog(row.After))).Concat(Documents())
            .ToDictionary(row => row.Name, row => (row.Before, row.After), StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Before, string After)> Schemas()
    {
        foreach (var count in (int[])[12, 64])
        {
            yield return ($"{count} unions that must all match, all narrowed", Unions(count, 20, count), Unions(count, 10, count));
            yield return ($"{count} unions that must all match, one narrowed", Unions(count, 20, count), Unions(count, 20, count - 1, 10));
            yield return ($"{count} unions that must all match, all widened", Unions(count, 10, count), Unions(count, 20, count));
            yield return Change($"{count} overlapping alternatives", Json("{'oneOf':[@],'maximum':#}", Join(count,
                i => Json("{'minimum':@}", i))));
            yield return Change($"{count} conditions", Json("{'allOf':[@],'maxProperties':#}", Join(count,
                i => Json("{'if':{'required':['a@']},'then':{'required':['b@']}}", i))));
            yield return Change($"{count} excluded schemas", Json("{'allOf':[@],'minProperties':#}", Join(count,
                i => Json("{'not':{'required':['a@','b@']}}", i))));
        }

        foreach (var depth in (int[])[18, 60])
        {
            yield return Change($"unions {depth} deep", Nest(depth, inner => Json("{'anyOf':[@,{'type':'string','minLength':2}]}",
                inner), "{\"maximum\":#}"));
            yield return Change($"exclusions {depth} deep", Nest(depth, inner => Json("{'not':@}", inner), "{\"maximum\":#}"));
            yield return Change($"conditions {depth} deep", Nest(depth,
                inner => Json("{'if':{'required':['a']},'then':@,'else':{'required':['b']}}", inner), "{\"maxProperties\":#}"));
            yield return Change($"arrays {depth} deep", Nest(depth, inner => Json("{'type':'array','minItems':2,'items':@}", inner),
                "{\"maximum\":#}"));
            yield return Change($"objects {depth} deep", Nest(depth,
                inner => Json("{'type':'object','required':['a'],'properties':{'a':@}}", inner), "{\"maximum\":#}"));
        }

        yield return Change("two references to the next definition, 22 deep", Chain(22,
            i => Json("{'properties':{'l':{'$ref':'#/$defs/d@'},'r':{'$ref':'#/$defs/d@'}}}", i), "{\"maximum\":#}"));
        yield return Change("two references to the next definition for the same value, 22 deep", Chain(22,
            i => Json("{'allOf':[{'$ref':'#/$defs/d@'},{'$ref':'#/$defs/d@'}]}", i), "{\"maximum\":#}"));
        yield return Change("two alternatives to the next definition, 22 deep", Chain(22,
            i => Json("{'anyOf':[{'$ref':'#/$defs/d@'},{'not':{'$ref':'#/$defs/d@'}}]}", i), "{\"maximum\":#}"));
        yield return Change("a chain of 300 references", Chain(300, i => Json("{'$ref':'#/$defs/d@'}", i), "{\"maximum\":#}"));
        yield return Change("a chain of 1,000 references", Chain(1000, i => Json("{'$ref':'#/$defs/d@'}", i), "{\"maximum\":#}"));
        yield return Change("a chain of 3,000 properties", Chain(3000, i => Json("{'properties':{'a':{'$ref':'#/$defs/d@'}}}", i),
            "{\"maximum\":#}"));
        yield return Change(ManyReferences, Json("{'$defs':{@},'$ref':'#/$defs/d0'}", Join(30,
            i => Json("'d@':{'properties':{@,'v':{'maximum':#}}}", i, Join(30, j => Json("'p@':{'$ref':'#/$defs/d@'}", j))))));
        yield return Change("a tree that never ends", Json("{'$defs':{'n':{'type':'object','required':['l','r'],'properties':{'l':{'"
            + "$ref':'#/$defs/n'},'r':{'$ref':'#/$defs/n'},'v':{'maximum':#}}}},'$ref':'#/$defs/n'}"));
        yield return Change("a tree of trees", Json("{'$defs':{'n':{'anyOf':[{'type':'object','required':['l','r'],'properties':{'l'"
            + ":{'$ref':'#/$defs/n'},'r':{'$ref':'#/$defs/n'},'v':{'maximum':#}}},{'type':'array','minItems':3,'items':{'$ref':'#/$d"
                + "efs/n'}},{'type':'null'}]}},'$ref':'#/$defs/n'}"));
        yield return Change("a schema that is itself", Json("{'$ref':'#','maximum':#}"));
        yield return Change("references in a circle",
            Json("{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a','maximum':#}"));
        yield return Change("a dynamic reference", Json("{'$dynamicAnchor':'n','properties':{'a':{'$dynamicRef':'#n'},'v':{'maximum'"
            + ":#}},'unevaluatedProperties':false}"));
        yield return Change("a reference to nowhere", Json("{'$ref':'#/$defs/none','maximum':#}"));
        yield return Change("a reference with a broken escape", Json("{'$ref':'#/%GG/~2','maximum':#}"));
        yield return Change("a reference to an address that is none", Json("{'$id':'http://[','$ref':'http://]','maximum':#}"));
        yield return Change("keywords of the wrong type",
            Json("{'type':5,'properties':[],'required':'a','enum':{},'items':7,'maximum':'x#'}"));
        yield return Change("a schema of an unknown draft", Json("{'$schema':'https://example.com/none','maximum':#}"));

        yield return Change("a pattern with nested repetition", Json("{'pattern':'^(a+)+$','maxLength':#}"));
        yield return Change("a pattern that looks ahead", Json("{'pattern':'^(?=(a|aa)+$)(?!b).*$','minLength':#}"));
        yield return Change("60 patterns of names", Json("{'patternProperties':{@},'additionalProperties':{'maximum':#}}", Join(60,
            i => Json("'@.*@':{'minimum':@}", (char)('a' + (i % 26)), i, i))));
        yield return Change("60 patterns that must all match", Json("{'allOf':[@],'minLength':#}", Join(60,
            i => Json("{'pattern':'@.*@'}", (char)('a' + (i % 26)), i))));
        yield return Change("3,000 names that require the next one", Json("{'dependentRequired':{@},'required':['a#']}", Join(3000,
            i => Json("'a@':['a@']", i, i + 1))));
        yield return Change("100 schemas that a name requires", Json("{'dependentSchemas':{@},'required':['a0'],'maxProperties':#}",
            Join(100, i => Json("'a@':{'required':['a@'],'properties':{'v':{'minimum':@}}}", i, i + 1, i))));

        yield return (LongNames, Named('a'), Named('b'));
        yield return Change("10,000 keywords that no draft has", Json("{@,'maximum':#}", Join(10_000, i => Json("'x@':1", i))));
        yield return Change("10,000 times the same keyword", Json("{@,'maximum':#}", Join(10_000, i => Json("'maximum':@", i))));
        yield return Change("2,000 references to anchors", Json("{'$defs':{@},'properties':{@},'maxProperties':#}",
            Join(2000, i => Json("'d@':{'$anchor':'n@'}", i)), Join(2000, i => Json("'p@':{'$ref':'##n@'}", i))));
        yield return Change("3,000 properties", Json("{'properties':{@}}", Join(3000, i => Json("'a@':{'type':'string','maxLength':#}",
            i))));
        yield return Change("3,000 required properties", Json("{'properties':{@},'required':[@],'minProperties':#}", Join(3000,
            i => Json("'a@':{'type':'string','description':'x#'}", i)), Join(3000, i => $"\"a{i}\"")));
        yield return Change("1,000 alternatives", Json("{'anyOf':[@]}", Join(1000,
            i => Json("{'type':'object','properties':{'k':{'const':@},'v':{'maximum':#}},'required':['k']}", i))));
        yield return Change("3,000 values", Json("{'enum':[@,-#]}", Join(3000, i => i.ToString(CultureInfo.InvariantCulture))));
        yield return Change("2,000 objects as values", Json("{'enum':[@,{'a':#}]}", Join(2000, i => Json("{'a':[@]}", i))));
        yield return Change("2,000 first items", Json("{'prefixItems':[@]}", Join(2000, i => Json("{'maximum':#}"))));
        yield return Change("20 unions and what none of them evaluates", Json("{'allOf':[@],'unevaluatedProperties':{'maximum':#}}",
            Join(20, i => Json("{'anyOf':[{'properties':{'a@':{}},'required':['a@']},{'properties':{'b@':{}}}]}", i))));

        yield return Change("a billion items that differ", Json("{'type':'array','uniqueItems':true,'maxItems':100000000#}"));
        yield return Change("at least a billion items",
            Json("{'type':'array','minItems':100000000#,'items':{'type':'object','required':['a']}}"));
        yield return Change("a billion items that match", Json("{'type':'array','contains':{'type':'string'},'minContains':100000000#}"));
        yield return Change("a billion characters that match", Json("{'type':'string','pattern':'^(ab)*$','minLength':100000000#}"));
        yield return Change("a billion names that match",
            Json("{'type':'object','propertyNames':{'pattern':'^[a-z]*$'},'minProperties':100000000#}"));
        yield return Change("a count of 300 digits", Json("{'type':'array','maxItems':@#}", new string('9', 300)));
        yield return Change("a number of 9,000 digits", Json("{'maximum':@#}", new string('9', 9000)));
        yield return Change("exponents of any size", Json("{'maximum':1e40#,'minimum':-1e400,'multipleOf':1e-30#}"));
        yield return Change("multiples without an end", Json("{'type':'number','multipleOf':0.000000000000000000000000000000#,'allOf"
            + "':[{'multipleOf':7e30},{'multipleOf':3e-30}]}"));
    }

    private static IEnumerable<(string Name, string Before, string After)> Documents()
    {
        var plain = Catalog("{}");
        var spec = Json("{'openapi':'3.1.0','info':{'title':'t','version':'1'},'paths':{#}}");
        foreach (var (name, text) in (IEnumerable<(string, string)>)
        [
            ("nothing", ""),
            ("white space", " \n\t"),
            ("half a document", plain[..(plain.Length / 2)]),
            ("a page", "<html><body>no</body></html>"),
            ("null", "null"),
            ("a number", "17"),
            ("an open string", "\"abc"),
            ("control characters", "\0\u0001\u0002"),
            ("an unpaired surrogate", "{\"success\":true,\"actions\":[{\"slug\":\"\\ud800\",\"name\":\"\\udfff\"}]}"),
            ("arrays 5,000 deep", new string('[', 5000) + new string(']', 5000)),
            ("100,000 open arrays", new string('[', 100_000)),
            ("objects 5,000 deep", string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)),
            ("a schema 500 deep", Catalog(Nest(500, inner => Json("{'items':@}", inner), "{}"))),
            ("actions that are no objects", Json("{'success':true,'actions':[1,'a',null,[],{}]}")),
            ("parameters that are no schema", Catalog("\"none\"")),
        ])
        {
            yield return ("before: " + name, text, plain);
            yield return ("after: " + name, plain, text);
        }

        var plainSpec = spec.Replace("#", Operations(1, 9), StringComparison.Ordinal);
        foreach (var (name, text) in (IEnumerable<(string, string)>)
        [
            ("a paths object that is a list", Json("{'openapi':'3.1.0','info':{'title':'t','version':'1'},'paths':[1,2]}")),
            ("a document that is no OpenAPI", Json("{'openapi':7,'info':[],'paths':{'/a':{'get':5}},'components':'x'}")),
            ("components in a circle", spec.Replace("#", Json("'/a':{'get':{'responses':{'200':{'$ref':'#/components/responses/a'}}}}"),
                StringComparison.Ordinal)[..^1] + Json(",'components':{'responses':{'a':{'$ref':'#/components/responses/b'},'b':{'$r"
                    + "ef':'#/components/responses/a'}}}}")),
        ])
        {
            yield return ("before: " + name, text, plainSpec);
            yield return ("after: " + name, plainSpec, text);
        }

        yield return ("two documents of different kinds", plain, spec.Replace("#", "", StringComparison.Ordinal));
        yield return (ManyActions, Catalog(Enumerable.Repeat(Unions(4, 20, 4), 500)),
            Catalog(Enumerable.Repeat(Unions(4, 20, 3, 10), 500)));
        yield return (ManyOperations, spec.Replace("#", Operations(1000, 9), StringComparison.Ordinal),
            spec.Replace("#", Operations(1000, 8), StringComparison.Ordinal));

        static string Operations(int count, int maximum) => Join(count, i => Json("'/a@':{'get':{'parameters':[{'name':'v','in':"
            + "'query','schema':{'type':'integer','maximum':@}}],'responses':{'200':{'description':'ok'}}}}", i, maximum));
    }

    private static (string Name, string Before, string After) Change(string name, string schema) =>
        (name, Fill(schema, "9"), Fill(schema, "8"));

    // A number sign at the beginning of a text belongs to a reference, and so does each that is written twice; all others are marks.
    private static string Fill(string schema, string value)
    {
        var text = new StringBuilder(schema.Length);
        for (var i = 0; i < schema.Length; i++)
        {
            if (schema[i] != '#' || (i > 0 && schema[i - 1] == '"'))
                text.Append(schema[i] == '#' && schema[i + 1] == '#' ? "" : schema[i]);
            else
                text.Append(schema[i - 1] == '#' ? "#" : value);
        }

        return text.ToString();
    }

    private static string Named(char name) => Json("{'properties':{@},'additionalProperties':false}",
        Join(120, i => Json("'@@':{'type':'string'}", i, new string(name, 3000))));

    private static string Unions(int count, int length, int changed, int rest = 0) =>
        Json("{'type':'object','allOf':[@]}", Join(count, i => Json("{'anyOf':[{'properties':{'a@':{'type':'string','maxLength':@}},"
            + "'required':['a@']},{'properties':{'b@':{'type':'string'}},'required':['b@']}]}", i, (i < changed ? length : rest), i, i,
                i)));

    /// <summary>JSON with apostrophes for quotation marks. Each @ is a value: the next one, or the only one.</summary>
    private static string Json(string text, params object[] values)
    {
        var parts = text.Replace('\'', '"').Split('@');
        return parts[0] + string.Concat(parts.Skip(1).Select((part, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{values[values.Length == 1 ? 0 : i]}{part}")));
    }

    private static string Chain(int count, Func<int, string> next, string end) =>
        Json("{'$defs':{@,'d@':@},'$ref':'#/$defs/d0'}", Join(count, i => $"\"d{i}\":{next(i + 1)}"), count, end);

    private static string Nest(int depth, Func<string, string> around, string inner) =>
        Enumerable.Range(0, depth).Aggregate(inner, (text, _) => around(text));

    private static string Join(int count, Func<int, string> part) => string.Join(',', Enumerable.Range(0, count).Select(part));

    private static string Catalog(string schema) => Catalog([schema]);

    private static string Catalog(IEnumerable<string> schemas) => "{\"success\":true,\"actions\":[" + string.Join(',',
        schemas.Select((schema, i) =>
        Json("{'slug':'TEST_A@','name':'A','description':'Does.','parameters':{'type':'object','properties':{'v':@},'required':['v']"
            + "},'connectorSlug':'test','isConnected':true}", i, schema.Replace("\"#/", "\"#/properties/v/",
                StringComparison.Ordinal)))) + "]}";
}
