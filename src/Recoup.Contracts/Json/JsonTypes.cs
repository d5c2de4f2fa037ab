using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Contracts.Json;

/// <summary>Serializes values and names without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class JsonTypes : JsonSerializerContext;
