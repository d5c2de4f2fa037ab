using System.Text.Json;

namespace Recoup.Schemas.Output;

/// <summary>The output form "basic": one flat list of errors (draft 2020-12 core, section 12.4.2).</summary>
internal static class BasicOutput
{
    public static JsonElement Create(IReadOnlyList<Violation> violations)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid", violations.Count == 0);
            if (violations.Count > 0)
            {
                writer.WriteStartArray("errors");
                foreach (var violation in violations)
                    Write(writer, violation);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, Violation violation)
    {
        writer.WriteStartObject();
        writer.WriteString("keywordLocation", violation.KeywordLocation);
        writer.WriteString("absoluteKeywordLocation", violation.SchemaLocation);
        writer.WriteString("instanceLocation", violation.InstanceLocation);
        writer.WriteString("error", violation.Message);
        writer.WriteEndObject();

        foreach (var cause in violation.Causes)
            Write(writer, cause);
    }
}
