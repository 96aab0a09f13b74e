using System.Reflection;
using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Intacct.Reading;

namespace Isthmus.Connectors.Tests.Intacct;

public sealed class Only_reading
{
    private static readonly string[] Readers =
        ["getAPISession", "query", "readByQuery", "readMore", "read", "lookup", "readUserFormatting", "getDimensions"];

    [Fact]
    public void No_function_that_writes_can_be_said()
    {
        Assert.Empty(typeof(ReadFunction).GetConstructors());
        var makers = typeof(ReadFunction).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(ReadFunction));
        var said = makers.Select(maker => ((ReadFunction)maker.Invoke(null, [.. maker.GetParameters().Select(Argument)])!).Name);
        Assert.Equal(Readers.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(IntacctClient))]
    [InlineData(typeof(Connectors.Intacct.Sessions.IntacctTransport))]
    public void Nothing_else_is_ever_sent(Type sender)
    {
        var words = sender.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(method => method.Name);
        Assert.DoesNotContain(words, word => word.Contains("Write") || word.Contains("Create") || word.Contains("Update")
            || word.Contains("Delete") && !word.StartsWith("Deleted"));
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { } type when type == typeof(string) => "X",
        { } type when type == typeof(int) => 1,
        { } type when type == typeof(IntacctQuery) => new IntacctQuery("X", ["A"]),
        _ => new[] { "A" },
    };
}
