using PublicApiGenerator;

namespace Recoup.Emulator.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_approved_one() =>
        typeof(RecoupEmulator).Assembly
            .GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ShouldMatchApproved(approval => approval.WithFilenameGenerator((_, _, type, extension) => $"PublicApi.{type}.{extension}"));
}
