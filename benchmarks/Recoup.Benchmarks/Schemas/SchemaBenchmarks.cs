using BenchmarkDotNet.Attributes;
using Newtonsoft.Json.Linq;
using Recoup.Schemas;

namespace Recoup.Benchmarks.Schemas;

/// <summary>All schemas of the catalog once: compiling them, and judging a sample of each.</summary>
[MemoryDiagnoser]
public class SchemaBenchmarks
{
    private SchemaCase[] _cases = [];
    private JsonSchema[] _schemas = [];
    private NJsonSchema.JsonSchema[] _peers = [];
    private JToken[] _tokens = [];

    [GlobalSetup]
    public async Task Setup()
    {
        _cases = [.. SchemaCase.Load(null)];
        _schemas = [.. _cases.Select(test => JsonSchema.Parse(test.Schema))];
        _tokens = [.. _cases.Select(test => JToken.Parse(test.Instance.GetRawText()))];
        _peers = await Task.WhenAll(_cases.Select(test => NJsonSchema.JsonSchema.FromJsonAsync(test.Schema.GetRawText())));
    }

    [Benchmark]
    public int IsValid()
    {
        var valid = 0;
        for (var i = 0; i < _schemas.Length; i++)
            valid += _schemas[i].IsValid(_cases[i].Instance) ? 1 : 0;
        return valid;
    }

    [Benchmark]
    public int NJsonSchemaValidate()
    {
        var valid = 0;
        for (var i = 0; i < _peers.Length; i++)
            valid += _peers[i].Validate(_tokens[i]).Count == 0 ? 1 : 0;
        return valid;
    }

    [Benchmark]
    public int Compile()
    {
        var count = 0;
        foreach (var test in _cases)
            count += JsonSchema.TryParse(test.Schema, null, out _, out _) ? 1 : 0;
        return count;
    }
}
