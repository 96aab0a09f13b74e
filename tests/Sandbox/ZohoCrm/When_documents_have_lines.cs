using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_documents_have_lines : CrmTest
{
    [Fact]
    public async Task Totals_are_computed_from_the_lines()
    {
        var invoice = await InvoiceAsync(new { Quantity = 12, List_Price = 40.0m, Discount = 24, tax = 8.25m });
        var line = invoice["Invoiced_Items"]![0]!;
        Assert.Equal((480m, 456m, 37.62m, 493.62m), ((decimal)line["Total"]!, (decimal)line["Total_After_Discount"]!,
            (decimal)line["Tax"]!,
            (decimal)line["Net_Total"]!));
        Assert.Equal(493.62m, (decimal)invoice["Grand_Total"]!);
        Assert.Equal(1, (int)line["Sequence_Number"]!);
        Assert.Equal("P-1", (string)line["Product_Name"]!["Product_Code"]!);
    }

    [Fact]
    public async Task Lines_sent_again_without_their_ids_are_doubled()
    {
        var invoice = await InvoiceAsync(new { Quantity = 1, List_Price = 5m, Discount = 0, tax = 0m });
        var product = (string)invoice["Invoiced_Items"]![0]!["Product_Name"]!["id"]!;
        var again = await UpdateAsync(invoice, new { Product_Name = new { id = product }, Quantity = 1, List_Price = 5 });
        Assert.Equal(2, again["Invoiced_Items"]!.AsArray().Count);
        Assert.Equal(10m, (decimal)again["Grand_Total"]!);
    }

    [Fact]
    public async Task Lines_with_ids_are_changed_and_marked_ones_go()
    {
        var invoice = await InvoiceAsync(new { Quantity = 1, List_Price = 5m, Discount = 0, tax = 0m },
            new { Quantity = 2, List_Price = 7m, Discount = 0, tax = 0m });
        var ids = invoice["Invoiced_Items"]!.AsArray().Select(line => (string)line!["id"]!).ToArray();
        var changed = await UpdateAsync(invoice, new { id = ids[0], Quantity = 3 }, new Dictionary<string,
            object?> { ["id"] = ids[1], ["_delete"] = null });
        Assert.Equal((ids[0], 15m), ((string)changed["Invoiced_Items"]![0]!["id"]!, (decimal)changed["Grand_Total"]!));
        Assert.Single(changed["Invoiced_Items"]!.AsArray());
    }

    [Fact]
    public async Task A_line_of_another_record_or_without_a_product_is_refused()
    {
        var invoice = await InvoiceAsync(new { Quantity = 1, List_Price = 5m, Discount = 0, tax = 0m });
        (await SendAsync(invoice, new { id = "5900999999999999999", Quantity = 3 })).Refused("INVALID_DATA");
        var details = (await SendAsync(invoice, new { Quantity = 3 })).Refused("MANDATORY_NOT_FOUND");
        Assert.Equal("$.data[0].Invoiced_Items[0].Product_Name", (string)details["json_path"]!);
    }

    [Fact]
    public async Task A_list_does_not_show_them()
    {
        await InvoiceAsync(new { Quantity = 1, List_Price = 5m, Discount = 0, tax = 0m });
        var row = (await Crm.GetAsync("/Invoices?fields=Subject,Invoiced_Items,Grand_Total")).Row(0);
        Assert.Null(row["Invoiced_Items"]);
        Assert.Equal(5m, (decimal)row["Grand_Total"]!);
    }

    [Fact]
    public async Task A_document_needs_at_least_one() =>
        Assert.Equal("Invoiced_Items", (string)(await Crm.PostAsync("/Invoices", new { data = new[] { new { Subject = "I" } } }))
            .Refused("MANDATORY_NOT_FOUND")["api_name"]!);

    private async Task<JsonNode> InvoiceAsync(params dynamic[] lines)
    {
        var product = await Crm.AddAsync("Products", new { Product_Name = "Lamp", Product_Code = "P-1" });
        var items = lines.Select(line => new
        {
            Product_Name = new { id = product }, line.Quantity, line.List_Price, line.Discount,
            Line_Tax = new[] { new { name = "Sales Tax", percentage = line.tax } },
        }).ToArray();
        return await Crm.RecordAsync("Invoices", await Crm.AddAsync("Invoices", new { Subject = "I", Invoiced_Items = items }));
    }

    private Task<CrmReply> SendAsync(JsonNode invoice, params object[] lines) =>
        Crm.PutAsync($"/Invoices/{(string)invoice["id"]!}", new { data = new[] { new { Invoiced_Items = lines } } });

    private async Task<JsonNode> UpdateAsync(JsonNode invoice, params object[] lines)
    {
        Assert.Equal(200, (await SendAsync(invoice, lines)).Status);
        return await Crm.RecordAsync("Invoices", (string)invoice["id"]!);
    }
}
