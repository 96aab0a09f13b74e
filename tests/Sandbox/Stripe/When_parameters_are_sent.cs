namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_parameters_are_sent : StripeTest
{
    [Theory]
    [InlineData("/v1/customers", "colour=red", "parameter_unknown", "colour")]
    [InlineData("/v1/customers", "address[planet]=earth", "parameter_unknown", "address[planet]")]
    [InlineData("/v1/customers", "email=nobody", "email_invalid", "email")]
    [InlineData("/v1/customers", "address[country]=Atlantis", "country_code_invalid", "address[country]")]
    [InlineData("/v1/payment_intents", "amount=ten&currency=eur", "parameter_invalid_integer", "amount")]
    [InlineData("/v1/payment_intents", "amount=10.5&currency=eur", "parameter_invalid_integer", "amount")]
    [InlineData("/v1/payment_intents", "amount=1000", "parameter_missing", "currency")]
    [InlineData("/v1/payment_intents", "amount=10&currency=eur", "amount_too_small", "amount")]
    [InlineData("/v1/payment_intents", "amount=1000&currency=eur&customer=cus_none", "resource_missing", "customer")]
    [InlineData("/v1/payment_intents", "amount=1000&currency=xxx", null, "currency")]
    [InlineData("/v1/payment_intents", "amount=5124&currency=kwd", null, "amount")]
    [InlineData("/v1/refunds", "payment_intent=pi_1&reason=boredom", null, "reason")]
    [InlineData("/v1/refunds", "amount=5", "parameter_missing", null)]
    [InlineData("/v1/webhook_endpoints", "url=ftp://x&enabled_events[]=*", "url_invalid", "url")]
    public async Task What_Stripe_would_refuse_is_refused_the_same_way(string path, string form, string? code, string? param)
    {
        var reply = await Stripe.PostAsync(path, form);
        Assert.Equal((400, "invalid_request_error", code, param), (reply.Status, reply.Type, reply.Code, reply.Param));
    }

    [Fact]
    public async Task A_name_of_257_characters_is_too_long() =>
        Assert.Equal("name", (await Stripe.PostAsync("/v1/customers", $"name={new string('n', 257)}")).Param);

    [Fact]
    public async Task Metadata_has_its_limits()
    {
        Assert.Equal(400, (await Stripe.PostAsync("/v1/customers", $"metadata[{new string('k', 41)}]=v")).Status);
        Assert.Equal(400, (await Stripe.PostAsync("/v1/customers", $"metadata[k]={new string('v', 501)}")).Status);
        var many = string.Join('&', Enumerable.Range(0, 51).Select(i => $"metadata[k{i}]=v"));
        Assert.Equal(400, (await Stripe.PostAsync("/v1/customers", many)).Status);
    }

    [Fact]
    public async Task Text_of_any_script_survives_unchanged()
    {
        const string name = "Zoë 😀 <b>'; DROP TABLE--";
        var made = await Stripe.PostAsync("/v1/customers", $"name={Uri.EscapeDataString(name)}");
        Assert.Equal(name, (await Stripe.ReadAsync($"/v1/customers/{made.Id}"))["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_empty_value_removes_one_metadata_key_and_an_empty_metadata_all()
    {
        var made = await Stripe.PostAsync("/v1/customers", "metadata[a]=1&metadata[b]=2");
        var one = await Stripe.PostAsync($"/v1/customers/{made.Id}", "metadata[a]=");
        Assert.Equal("""{"b":"2"}""", one.Body["metadata"]!.ToJsonString());
        var none = await Stripe.PostAsync($"/v1/customers/{made.Id}", "metadata=");
        Assert.Equal("{}", none.Body["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task Payment_method_types_are_gone_since_endive()
    {
        const string form = "amount=1000&currency=eur&payment_method_types[]=card";
        Assert.Equal(200, (await Stripe.PostAsync("/v1/payment_intents", form, ("Stripe-Version", "2026-07-29.dahlia"))).Status);
        Assert.Equal("parameter_unknown", (await Stripe.PostAsync("/v1/payment_intents", form, ("Stripe-Version", "2026-10-28.endive"))).Code);
        Assert.Equal(400, (await Stripe.PostAsync("/v1/payment_intents", form, ("Stripe-Version", "yesterday"))).Status);
    }

    [Fact]
    public async Task Without_a_valid_key_nothing_is_answered()
    {
        Assert.Equal(401, (await new StripeClient(Sandbox, "").GetAsync("/v1/customers")).Status);
        Assert.Equal(401, (await new StripeClient(Sandbox, "sk_test_other").GetAsync("/v1/customers")).Status);
        Assert.Equal(403, (await new StripeClient(Sandbox, "pk_test_sandbox").GetAsync("/v1/customers")).Status);
    }

    [Fact]
    public async Task A_live_key_sees_live_objects_only()
    {
        var test = await Stripe.PostAsync("/v1/customers", "name=Test");
        var live = new StripeClient(Sandbox, "sk_live_sandbox");
        var made = await live.PostAsync("/v1/customers", "name=Live");
        Assert.True(made.Body["livemode"]!.GetValue<bool>());
        Assert.Equal(404, (await live.GetAsync($"/v1/customers/{test.Id}")).Status);
        Assert.Single((await live.ReadAsync("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task An_unknown_path_is_answered_as_Stripe_does()
    {
        var reply = await Stripe.GetAsync("/stripe/v1/unicorns");
        Assert.Equal((404, "invalid_request_error"), (reply.Status, reply.Type));
        Assert.StartsWith("Unrecognized request URL (GET: /v1/unicorns)", reply.Body["error"]!["message"]!.GetValue<string>());
    }
}
