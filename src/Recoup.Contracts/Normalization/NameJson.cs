using System.Text.Json.Serialization;

namespace Recoup.Contracts.Normalization;

/// <summary>Writes names without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class NameJson : JsonSerializerContext;
