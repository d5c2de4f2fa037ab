using System.Text.Json;
using Recoup.Emulator.Core.Catalog;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The execution that an outcome happens to.</summary>
internal sealed record OutcomeContext(ApiServices Api, CatalogEntry Entry, JsonElement Parameters)
{
    public string Slug => Entry.Action.Slug;

    public ApiRules Rules => Api.Rules;
}
