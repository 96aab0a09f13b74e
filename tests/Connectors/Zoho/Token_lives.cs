using System.Text.Json;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.Tests.Zoho;

public sealed class Token_lives
{
    [Theory]
    [InlineData("\"expires_in\":3600", 3600)]
    [InlineData("\"expires_in\":3600000,\"expires_in_sec\":3600", 3600)]
    [InlineData("\"token_type\":\"Bearer\"", 3600)]
    public void Are_seconds_by_whatever_name_Zoho_gives_them(string member, int seconds)
    {
        var answer = JsonElement.Parse($$"""{"access_token":"t","api_domain":"https://www.zohoapis.ca",{{member}}}""");
        var token = ZohoToken.TryRead(answer, DateTimeOffset.UnixEpoch)!;
        Assert.Equal(TimeSpan.FromSeconds(seconds), token.Expires - token.Minted);
    }
}
