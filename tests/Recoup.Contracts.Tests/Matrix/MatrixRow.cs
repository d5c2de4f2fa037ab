namespace Recoup.Contracts.Tests.Matrix;

/// <summary>A labeled pair: two schemas, and how the values of the new one relate to those of the old one.</summary>
public sealed record MatrixRow(int Line, string Keyword, string Edit, char Relation, string Old, string New, string Placement)
{
    public string Slug => $"TEST_M{Line}{(IsMirror ? "R" : "F")}_{Placement.ToUpperInvariant()}";

    public bool IsMirror { get; init; }

    /// <summary>The same pair read backwards: the mirror of its edit.</summary>
    public MatrixRow Mirror() => this with
    {
        IsMirror = true,
        Old = New,
        New = Old,
        Relation = Relation switch { '<' => '>', '>' => '<', var same => same },
    };

    /// <summary>The pair within something else.</summary>
    public MatrixRow In(string placement) => this with { Placement = placement, Old = Place(Old, placement), New = Place(New, placement) };

    public Verdict Expected(Direction direction) =>
        Relation == '#' || Relation == (direction == Direction.Parameters ? '<' : '>') ? Verdict.Breaking : Verdict.Compatible;

    public override string ToString() => $"{Keyword} {Edit}{(IsMirror ? " (mirror)" : "")} {Placement}, line {Line}";

    private static string Place(string schema, string placement)
    {
        // References are to the root of the document: their targets move there.
        var definitions = "";
        if (schema.StartsWith("{\"$defs\":", StringComparison.Ordinal))
        {
            var end = EndOfValue(schema, "{\"$defs\":".Length);
            definitions = schema[1..end] + ",";
            schema = "{" + schema[(end + 1)..];
        }

        return placement switch
        {
            "value" =>
                $$$"""{{{{definitions}}}"type":"object","properties":{"v":{{{schema}}}},"required":["v"],"additionalProperties":false}""",
            "nested" =>
                $$$"""{{{{definitions}}}"type":"object","properties":{"o":{"type":"object","properties":{"v":{{{schema}}}},"""
                    + """ "additionalProperties":false},"s":{"type":"string"}},"required":["s"],"additionalProperties":false}""",
            "array" =>
                $$$"""{{{{definitions}}}"type":"object","properties":{"l":{"type":"array","items":{{{schema}}}}},"additionalProperties":"""
                    + $$$"""false}""",
            _ =>
                $$$"""{{{{definitions}}}"type":"object","properties":{"u":{"anyOf":"""
                    + $$$"""[{"const":"~ other ~"},{{{schema}}}]}},"additionalProperties":false}""",
        };
    }

    private static int EndOfValue(string json, int start)
    {
        var depth = 0;
        for (var i = start; ; i++)
        {
            depth += json[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i + 1;
        }
    }
}
