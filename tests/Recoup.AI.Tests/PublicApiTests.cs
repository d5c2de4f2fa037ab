using PublicApiGenerator;

namespace Recoup.AI.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_approved() =>
        typeof(Dialect).Assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
            ExcludeAttributes = ["System.Runtime.CompilerServices.NullableContextAttribute"],
        }).ShouldMatchApproved(options => options.WithFilenameGenerator((_, _, type, extension) => $"PublicApi.{type}.{extension}"));
}
