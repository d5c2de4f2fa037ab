using System.Text.Json;

namespace Recoup.Schemas.Resolution;

/// <summary>The metaschemas of all drafts, built in.</summary>
internal static class MetaschemaTable
{
    private const string V2019 = "https://json-schema.org/draft/2019-09/";
    private const string V2020 = "https://json-schema.org/draft/2020-12/";

    private static readonly Dictionary<string, string> Resources = new(StringComparer.Ordinal)
    {
        ["http://json-schema.org/draft-04/schema"] = "draft-04.json",
        ["http://json-schema.org/draft-06/schema"] = "draft-06.json",
        ["http://json-schema.org/draft-07/schema"] = "draft-07.json",
        [V2019 + "schema"] = "2019-09/schema.json",
        [V2019 + "meta/core"] = "2019-09/meta/core.json",
        [V2019 + "meta/applicator"] = "2019-09/meta/applicator.json",
        [V2019 + "meta/validation"] = "2019-09/meta/validation.json",
        [V2019 + "meta/meta-data"] = "2019-09/meta/meta-data.json",
        [V2019 + "meta/format"] = "2019-09/meta/format.json",
        [V2019 + "meta/content"] = "2019-09/meta/content.json",
        [V2020 + "schema"] = "2020-12/schema.json",
        [V2020 + "meta/core"] = "2020-12/meta/core.json",
        [V2020 + "meta/applicator"] = "2020-12/meta/applicator.json",
        [V2020 + "meta/unevaluated"] = "2020-12/meta/unevaluated.json",
        [V2020 + "meta/validation"] = "2020-12/meta/validation.json",
        [V2020 + "meta/meta-data"] = "2020-12/meta/meta-data.json",
        [V2020 + "meta/format-annotation"] = "2020-12/meta/format-annotation.json",
        [V2020 + "meta/format-assertion"] = "2020-12/meta/format-assertion.json",
        [V2020 + "meta/content"] = "2020-12/meta/content.json",
    };

    public static bool TryRead(string uri, out JsonElement metaschema)
    {
        metaschema = default;
        if (!Resources.TryGetValue(uri, out var resource))
            return false;

        using var stream = typeof(MetaschemaTable).Assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        metaschema = document.RootElement.Clone();
        return true;
    }
}
