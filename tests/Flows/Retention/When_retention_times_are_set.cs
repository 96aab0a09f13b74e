using Isthmus.Connectors.Options;
using Isthmus.Functions.Retention;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Flows.Tests.Retention;

public sealed class When_retention_times_are_set
{
    [Fact]
    public void Nothing_needs_to_be_said() => Assert.Equal(new RetentionOptions(), Read());

    [Theory]
    [InlineData("Inbox", "34", "from 35")]
    [InlineData("Inbox", "forty", "from 35")]
    [InlineData("Audit", "364", "from 365")]
    [InlineData("Payloads", "39", "from 40")]
    [InlineData("Runs", "39", "from 40")]
    [InlineData("Histories", "-1", "from 1")]
    [InlineData("Reconciliation", "92", "from 93")]
    [InlineData("CrmRecords", "120", "from 121")]
    [InlineData("Payload", "50", "There is no such setting")]
    public void A_time_that_cannot_be_is_refused_with_its_cure(string name, string value, string cure)
    {
        var problem = Assert.Single(Assert.Throws<InvalidOptionsException>(() => Read((name, value))).Problems);

        Assert.Equal(($"Isthmus:Retention:{name}", value), (problem.Name, problem.Value));
        Assert.Contains(cure, problem.Cure);
    }

    [Fact]
    public void Zero_keeps_for_ever() => Assert.Equal((0, 0), (Read(("Audit", "0")).Audit, Read(("Inbox", "0")).Inbox));

    [Fact]
    public void Documents_are_kept_as_long_as_a_longer_inbox_needs_them() => Assert.Equal(90, Read(("Inbox", "90")).Payloads);

    private static RetentionOptions Read(params (string Name, string Value)[] settings) => RetentionSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Isthmus:Retention:" + s.Name, (string?)s.Value)))
            .Build().GetSection("Isthmus:Retention"));
}
