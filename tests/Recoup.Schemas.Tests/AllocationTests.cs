namespace Recoup.Schemas.Tests;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"integer","minimum":1,"maximum":9},"b":{"enum":["x","y"]}},"required":"""
            + """["a"],"additionalProperties":false}""",
        """{"a":3,"b":"x"}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"items":{"type":["number","null"]},"uniqueItems":true}]}""", """[1,2.5,null]""")]
    [InlineData(
        """{"patternProperties":{"^x-[a-z]+$":{"pattern":"^\\d+$"}},"propertyNames":{"maxLength":20}}""",
        """{"x-abc":"123","x-\u0061":"\u0031"}""")]
    [InlineData(
        """{"allOf":[{"properties":{"a":{}}}],"oneOf":[{"required":["b"],"properties":{"b":true}},{"required":"""
            + """["c"]}],"unevaluatedProperties":false}""",
        """{"a":1,"b":2}""")]
    [InlineData(
        """{"$id":"https://example.test/a","$dynamicAnchor":"n","properties":{"c":{"items":{"$dynamicRef":"#n"}}}}""",
        """{"c":[{"c":[{}]}]}""")]
    [InlineData("""{"items":{"multipleOf":0.01},"const":[1.0,{"a":"b"}]}""", """[1,{"a":"b"}]""")]
    [InlineData("""{"if":{"contains":{"const":1}},"then":{"minItems":2},"not":{"type":"string"}}""", """[1,2]""")]
    public void Validating_a_valid_instance_allocates_nothing(string schema, string instance)
    {
        var compiled = JsonSchema.Parse(schema);
        var element = Json.Of(instance);
        compiled.Validate(element).Violations.ShouldBeEmpty();
        for (var i = 0; i < 200; i++)
            compiled.IsValid(element);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            compiled.IsValid(element);

        // If the runtime trims a pool meanwhile, one new array is rented. Anything beyond that is an allocation of the engine.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }
}
