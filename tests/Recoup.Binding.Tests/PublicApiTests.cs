namespace Recoup.Binding.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void Nothing_is_public_because_the_assembly_travels_inside_packages() =>
        typeof(Binding.Actions.ConnectorModel).Assembly.GetExportedTypes().ShouldBeEmpty();
}
