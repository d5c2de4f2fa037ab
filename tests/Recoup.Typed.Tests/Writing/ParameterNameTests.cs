using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Writing;

public sealed class ParameterNameTests
{
    [Theory]
    [InlineData("per_page", "perPage")]
    [InlineData("owner", "owner")]
    [InlineData("Owner", "owner")]
    [InlineData("userID", "userId")]
    [InlineData("userId", "userId")]
    [InlineData("HTTPServer", "httpServer")]
    [InlineData("a.b-c d", "aBCD")]
    [InlineData("USER_NAME", "userName")]
    [InlineData("1st_name", "_1stName")]
    [InlineData("v1_0", "v1_0")]
    [InlineData("__x__", "x")]
    [InlineData("straße", "straE")]
    [InlineData("+", "")]
    [InlineData("", "")]
    public void A_parameter_is_the_camel_case_of_the_ASCII_letters_and_digits(string wireName, string name) =>
        ParameterName.Of(wireName).ShouldBe(name);
}
