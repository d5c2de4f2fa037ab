using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Contracts;

/// <summary>Writes values without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WitnessJson : JsonSerializerContext;
