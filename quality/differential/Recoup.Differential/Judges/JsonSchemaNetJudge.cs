using System.Text.Json;
using Json.Schema;

namespace Recoup.Differential.Judges;

/// <summary>JsonSchema.Net.</summary>
internal sealed class JsonSchemaNetJudge : IJudge
{
    public string Name => "JsonSchema.Net 8.0.5";

    public Verdict Judge(Pair pair)
    {
        try
        {
            // A registry for each pair: ids repeat.
            var schema = JsonSchema.FromText(pair.Schema, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
            return Verdict.Of(schema.Evaluate(JsonElement.Parse(pair.Instance)).IsValid);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Verdict.Refused(exception.GetType().Name);
        }
    }
}
