using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Tests;

public sealed class JsonPointerTests
{
    [Fact]
    public void Names_are_escaped_and_come_back()
    {
        var pointer = JsonPointer.Append(JsonPointer.Append(JsonPointer.Of("a/b", "m~n", "~1", ""), 3), "c");

        pointer.ShouldBe("/a~1b/m~0n/~01//3/c");
        JsonPointer.Parse(pointer).ShouldBe(["a/b", "m~n", "~1", "", "3", "c"]);
        JsonPointer.Parent(pointer).ShouldBe("/a~1b/m~0n/~01//3");
    }

    [Fact]
    public void The_empty_pointer_has_no_steps_and_text_without_a_slash_is_not_a_pointer()
    {
        JsonPointer.Parse("").ShouldNotBeNull().ShouldBeEmpty();
        JsonPointer.Parse("a").ShouldBeNull();
        JsonPointer.Parent("/a").ShouldBe("");
        JsonPointer.Parent("").ShouldBe("");
    }
}
