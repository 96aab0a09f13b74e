using System.Text;
using Isthmus.Connectors.ZohoCrm;
using static Isthmus.Connectors.Tests.Support.Failing;
using static Isthmus.Connectors.Tests.ZohoCrm.ScriptedCrm;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Channels
{
    private static readonly Uri Here = new("https://hooks.example/api/webhooks/zoho-crm");
    private static readonly CrmChannel Deals = new("4611686018427387905", "Deals", "t", Here, DateTimeOffset.UnixEpoch.AddDays(20_000));

    [Fact]
    public async Task Live_as_long_as_Zoho_says_and_not_as_was_asked()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(201, """
            {"watch":[{"code":"SUCCESS","details":{"events":[{"channel_expiry":"2026-05-05T08:55:00-05:00","resource_name":"Deals","channel_id":"1"}]},"status":"success"}]}
            """);
        Assert.Equal(new DateTimeOffset(2026, 5, 5, 13, 55, 0, TimeSpan.Zero), await crm.Client.OpenChannelAsync(Deals));
        var watch = Read(crm.Asked[0].Body).GetProperty("watch")[0];
        Assert.Equal("""["Deals.create","Deals.edit","Deals.delete"]""", watch.GetProperty("events").GetRawText());
        Assert.False(watch.GetProperty("notify_on_related_action").GetBoolean());
    }

    [Fact]
    public async Task That_are_lost_say_so_when_they_are_renewed()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(202, """{"watch":[{"code":"NOT_SUBSCRIBED","details":{},"message":"not subscribed","status":"error"}]}""");
        Assert.Equal(CrmChannel.LostCode, (await FailureOf(() => crm.Client.RenewChannelAsync(Deals))).Code);
    }

    [Fact]
    public void Have_ids_and_tokens_of_their_own_that_fit()
    {
        var (deals, accounts) = (CrmChannelKeys.IdOf("secret", Here, "Deals"), CrmChannelKeys.IdOf("secret", Here, "Accounts"));
        Assert.NotEqual(deals, accounts);
        Assert.True(long.Parse(deals, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.InRange(CrmChannelKeys.TokenOf("secret", deals).Length, 32, 50);
        Assert.NotEqual(CrmChannelKeys.TokenOf("secret", deals), CrmChannelKeys.TokenOf("secret", accounts));
        Assert.True(CrmChannelKeys.Match(CrmChannelKeys.TokenOf("secret", deals), CrmChannelKeys.TokenOf("secret", deals)));
        Assert.False(CrmChannelKeys.Match(CrmChannelKeys.TokenOf("other", deals), CrmChannelKeys.TokenOf("secret", deals)));
        Assert.False(CrmChannelKeys.Match("t", null));
    }

    [Fact]
    public void Send_notifications_whose_proof_can_be_read_alone()
    {
        var body = Encoding.UTF8.GetBytes("""{"ids":[{"deep":[1]}],"module":"Deals","channel_id":"17","token":"tt","operation":"update"}""");
        Assert.Equal(("17", "tt"), CrmNotification.ReadProof(body));
    }

    [Fact]
    public void Send_notifications_that_name_records()
    {
        var read = CrmNotification.TryRead("""
            {"server_time":1777903996473,"module":"Deals","ids":["5900000000611004",5900000000611005,"5900000000611004"],"operation":"update","channel_id":"17","token":"t"}
            """u8)!;
        Assert.Equal(["5900000000611004", "5900000000611005"], read.Ids);
        Assert.Equal(1777903996473, read.At!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Send_bytes_of_any_kind_and_nothing_breaks()
    {
        var valid = """{"channel_id":"17","token":"tést","module":"Deals","operation":"update","ids":["1",2],"server_time":1}"""u8.ToArray();
        for (var at = 0; at < valid.Length; at++)
        {
            foreach (var with in new byte[] { 0, 0x22, 0x5c, 0x7b, 0xff })
            {
                var body = valid.ToArray();
                body[at] = with;
                CrmNotification.ReadProof(body);
                CrmNotification.TryRead(body);
            }
            CrmNotification.ReadProof(valid.AsSpan(0, at));
            CrmNotification.TryRead(valid.AsSpan(0, at));
        }
        Assert.NotNull(CrmNotification.TryRead(valid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"module":"Deals"}""")]
    [InlineData("""{"channel_id":"17","token":"t","module":"Deals","operation":"update","ids":[]}""")]
    [InlineData("""{"channel_id":"17","token":"t","module":"Deals","operation":"update","ids":["../x"]}""")]
    [InlineData("""{"channel_id":"17","token":"t","module":"Deals","operation":"edit","ids":["1"]}""")]
    public void Send_nothing_else_that_would_be_taken_for_a_notification(string body) =>
        Assert.Null(CrmNotification.TryRead(Encoding.UTF8.GetBytes(body)));
}
