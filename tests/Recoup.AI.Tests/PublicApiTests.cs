using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PublicApiGenerator;

namespace Recoup.AI.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_approved() => Check(typeof(Dialect).Assembly, "");

    [Fact]
    public void The_public_api_for_tests_is_as_approved() => Check(typeof(Testing.ScriptedChatClient).Assembly, "Testing.");

    [Fact]
    public void The_public_api_for_MCP_is_as_approved() => Check(typeof(RecoupMcpServerBuilderExtensions).Assembly, "Mcp.");

    private static void Check(Assembly assembly, string name) =>
        assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
            DenyNamespacePrefixes = [],
            ExcludeAttributes =
            [
                "System.Runtime.CompilerServices.NullableContextAttribute",
                "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
            ],
        }).ShouldMatchApproved(options => options.WithFilenameGenerator((_, _, type, extension) => $"PublicApi.{name}{type}.{extension}"));
}
