using PublicApiGenerator;

namespace Recoup.Catalogs.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_approved_one() => typeof(RecoupCatalog).Assembly
        .GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
        .ShouldMatchApproved(approval =>
            approval.WithFilenameGenerator((_, _, type, extension) => $"PublicApi.{type}.{extension}").NoDiff());
}
