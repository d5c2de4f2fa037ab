using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Tests.Samples;

/// <summary>The converters of a program that is trimmed or compiled ahead of time.</summary>
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Detail))]
[JsonSerializable(typeof(Target))]
[JsonSerializable(typeof(Folder))]
[JsonSerializable(typeof(StagedFile))]
[JsonSerializable(typeof(ActionCall<JsonElement>))]
[JsonSerializable(typeof(ActionCall<Folder>))]
[JsonSerializable(typeof(ActionCall<int>))]
[JsonSerializable(typeof(StringOrInteger))]
[JsonSerializable(typeof(StringOrNumber))]
[JsonSerializable(typeof(StringOrBoolean))]
[JsonSerializable(typeof(IntegerOrBoolean))]
[JsonSerializable(typeof(NumberOrBoolean))]
[JsonSerializable(typeof(StringOrIntegerOrBoolean))]
[JsonSerializable(typeof(StringOrNumberOrBoolean))]
[JsonSerializable(typeof(StringOrNumberOrBoolean?[][]))]
public sealed partial class SampleJsonContext : JsonSerializerContext;
