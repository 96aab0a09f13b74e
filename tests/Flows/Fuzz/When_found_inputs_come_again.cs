using System.Text;
using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core;
using Isthmus.Core.Mapping;
using Isthmus.Tests.Support;

namespace Isthmus.Flows.Tests.Fuzz;

/// <summary>Inputs that fuzzing found something wrong with.</summary>
public sealed class When_found_inputs_come_again
{
    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\uDC00x\":1}")]
    public void Half_of_a_surrogate_pair_is_no_text(string json) =>
        Assert.Throws<JsonException>(() => SoundJson.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_whole_surrogate_pair_is_one() =>
        Assert.Equal("🚀", SoundJson.Parse("{\"a\":\"\\ud83d\\ude80\"}"u8).GetProperty("a").GetString());

    [Fact]
    public void What_nests_too_deeply_to_become_a_part_of_a_document_is_no_text() =>
        Assert.ThrowsAny<JsonException>(() => SoundJson.Parse(Encoding.UTF8.GetBytes(new string('[', 60) + new string(']', 60))));

    [Fact]
    public void A_change_whose_name_is_no_UTF8_is_none() =>
        Assert.Null(ZohoWebhook.TryRead([.. "{\"sal"u8, 0xC3, 0x28, .. "\":{\"salesorder_id\":\"1\"}}"u8], "application/json", null));

    [Fact]
    public void An_event_of_an_endless_type_is_none() => Assert.Null(StripeEvent.TryRead(Encoding.UTF8.GetBytes(
        """{"id":"evt_1","object":"event","type":"LONG","created":1,"data":{"object":{"id":"a"}}}""".Replace("LONG", new string('x', 70_000)))));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    public void A_document_that_nests_without_end_is_refused_with_its_name(string open, string close)
    {
        using var folder = new TemporaryFolder();
        var nested = string.Concat(Enumerable.Repeat(open, 5_000)) + "x" + string.Concat(Enumerable.Repeat(close, 5_000));
        File.WriteAllText(Path.Combine(folder.Path, "deep.yaml"), "mapping: deep\nfields: " + nested);

        Assert.Contains("deep.yaml", Assert.Throws<MappingCatalogException>(() => MappingCatalog.Load(folder.Path)).Message);
    }
}
