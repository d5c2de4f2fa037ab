using System.Reflection;
using System.Text.Json;

namespace Recoup.Benchmarks.Codegen;

/// <summary>A program that writes C# types for JSON Schemas.</summary>
internal abstract class CodeSource
{
    /// <summary>The heading of its column.</summary>
    public abstract string Name { get; }

    /// <summary>Writes the code of all schemas, as its users do, and returns its length.</summary>
    public abstract Task<long> GenerateAllAsync(IReadOnlyList<CodegenCase> cases);

    /// <summary>Writes the code of one schema, which compiles by itself.</summary>
    public abstract Task<string[]> GenerateAsync(CodegenCase test);

    /// <summary>The type that an instance of the schema is read as.</summary>
    public abstract Type TypeOf(Assembly assembly);

    /// <summary>Reads an instance as the type, and writes it again.</summary>
    public virtual string RoundTrip(string json, Type type) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type);
}
