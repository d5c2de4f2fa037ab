using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>A schema that was written for a dialect.</summary>
/// <param name="Schema">The schema; null if no value is valid.</param>
/// <param name="Restoration">The way back for its values.</param>
internal readonly record struct Written(JsonObject? Schema, Restoration Restoration);
